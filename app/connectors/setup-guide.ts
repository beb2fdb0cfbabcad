/** What stands in a field of a picture: the seller's own address or secret, or a word of the platform. */
type PictureValue = { copy: "address" | "secret" } | { text: string };

/** A drawing of the platform's screen: where to go, which fields to fill, what to press. Words are the platform's. */
export type GuidePicture = {
  place: readonly string[];
  fields: readonly (PictureValue & { label: string })[];
  button?: string;
};

type GuideStep = { title: string; body: string; picture?: GuidePicture };

export type GuideTexts = {
  steps: readonly GuideStep[];
  /** Under the field for the shop's address, where shops have one. */
  shopHelp?: string;
  /** Under the field for a secret that the seller brings: where it is found. */
  secretHelp?: string;
};

/** How a shop of the platform is connected, in each language. Menu names are those of its own screens. */
export type SetupGuide = Readonly<Record<"en" | "ms", GuideTexts>>;
