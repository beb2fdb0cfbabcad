import * as names from "../catalogue/names";
import type { Random } from "./random";

export type Community = "malay" | "chinese" | "indian" | "borneo";

/** A name as its bearer writes it, and the Latin words that an email address is made of. */
export type FullName = { written: string; latin: string };

export function makeName(community: Community, random: Random): FullName {
  if (community === "malay") return sameInLatin(malayName(random));
  if (community === "borneo") return sameInLatin(borneoName(random));
  return community === "chinese" ? chineseName(random) : indianName(random);
}

function malayName(random: Random): string {
  const father = random.pick(names.MALAY_FATHERS);
  return random.chance(0.62)
    ? `${random.pick(names.MALAY_WOMEN)} ${random.pick(["binti", "binti", "Binti", "bt"])} ${father}`
    : `${random.pick(names.MALAY_MEN)} ${random.pick(["bin", "bin", "Bin", "b."])} ${father}`;
}

function chineseName(random: Random): FullName {
  if (random.chance(0.1)) return inScript(random.pick(names.CHINESE_SCRIPT));
  const name = `${random.pick(names.CHINESE_SURNAMES)} ${random.pick(names.CHINESE_GIVEN)}`;
  return sameInLatin(random.chance(0.2) ? `${random.pick(names.ENGLISH_NAMES)} ${name}` : name);
}

function indianName(random: Random): FullName {
  if (random.chance(0.1)) return inScript(random.pick(names.TAMIL_SCRIPT));
  if (random.chance(0.1)) return sameInLatin(random.pick(names.SIKH_NAMES));
  const father = random.pick(names.INDIAN_FATHERS);
  const name = random.chance(0.6)
    ? `${random.pick(names.INDIAN_WOMEN)} ${random.pick(["A/P", "a/p"])} ${father}`
    : `${random.pick(names.INDIAN_MEN)} ${random.pick(["A/L", "a/l"])} ${father}`;
  return sameInLatin(name);
}

function borneoName(random: Random): string {
  if (random.chance(0.25)) return random.pick(names.BORNEO_MALAY);
  const given = random.pick(names.BORNEO_GIVEN);
  return random.chance(0.5)
    ? `${given} anak ${random.pick(names.BORNEO_FATHERS)}`
    : `${given} ${random.pick(names.BORNEO_FAMILIES)}`;
}

function sameInLatin(written: string): FullName {
  return { written, latin: written };
}

function inScript([written, latin]: readonly [string, string]): FullName {
  return { written, latin };
}
