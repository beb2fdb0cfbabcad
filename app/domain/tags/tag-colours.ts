export const TAG_COLOURS = [
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "purple",
  "pink",
] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

/** A colour for a tag that nobody chose one for: the same for the same name, so that imports agree. */
export function colourOf(folded: string): TagColour {
  let sum = 0;
  for (const letter of folded) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return TAG_COLOURS[sum % TAG_COLOURS.length] ?? "gray";
}
