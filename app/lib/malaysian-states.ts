/** Malaysian states and federal territories by the three-letter codes that shops use. */
export const MALAYSIAN_STATE_NAMES = {
  JHR: "Johor",
  KDH: "Kedah",
  KTN: "Kelantan",
  KUL: "Kuala Lumpur",
  LBN: "Labuan",
  MLK: "Melaka",
  NSN: "Negeri Sembilan",
  PHG: "Pahang",
  PJY: "Putrajaya",
  PLS: "Perlis",
  PNG: "Pulau Pinang",
  PRK: "Perak",
  SBH: "Sabah",
  SGR: "Selangor",
  SWK: "Sarawak",
  TRG: "Terengganu",
} as const;

export type MalaysianStateCode = keyof typeof MALAYSIAN_STATE_NAMES;

/** Other spellings seen in shops and forms, and the numbers of ISO 3166-2. */
const OTHER_SPELLINGS: Record<MalaysianStateCode, readonly string[]> = {
  JHR: ["johore", "joh", "01"],
  KDH: ["kedahdarulaman", "02"],
  KTN: ["03"],
  KUL: ["kl", "kualalumpurcity", "14"],
  LBN: ["15"],
  MLK: ["malacca", "04"],
  NSN: ["nsembilan", "n9", "05"],
  PHG: ["06"],
  PJY: ["16"],
  PLS: ["09"],
  PNG: ["penang", "ppinang", "07"],
  PRK: ["08"],
  SBH: ["12"],
  SGR: ["sel", "selangordarulehsan", "10"],
  SWK: ["srw", "13"],
  TRG: ["11"],
};

const CODE_OF = indexSpellings();

/** The code of a state given as code, name or usual spelling ("Penang", "WP Kuala Lumpur", "MY-10"), or null. */
export function findMalaysianState(text: string): MalaysianStateCode | null {
  return CODE_OF.get(spell(text.slice(0, 80))) ?? null;
}

function spell(text: string): string {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return letters.replace(/^(?:wilayahpersekutuan|federalterritoryof|wp|my)(?=.)/, "");
}

function indexSpellings(): ReadonlyMap<string, MalaysianStateCode> {
  const codes = new Map<string, MalaysianStateCode>();
  for (const code of Object.keys(MALAYSIAN_STATE_NAMES).filter(isStateCode)) {
    for (const spelling of [code, MALAYSIAN_STATE_NAMES[code], ...OTHER_SPELLINGS[code]]) {
      codes.set(spell(spelling), code);
    }
  }
  return codes;
}

function isStateCode(text: string): text is MalaysianStateCode {
  return Object.hasOwn(MALAYSIAN_STATE_NAMES, text);
}
