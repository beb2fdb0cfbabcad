import { nameLikeness, readName } from "~/lib/person-name";
import { foldText } from "../customers/search-text";
import { doorOf, type MatchFacts, mailboxOf, phoneTail } from "./match-facts";

export const REASONS = [
  "same_email",
  "same_phone",
  "same_name",
  "similar_name",
  "same_address",
  "same_postcode",
  "same_company",
] as const;
type Reason = (typeof REASONS)[number];

/** Pairs below are not worth anybody's time. */
export const LOWEST_SCORE = 65;

type PairScore = { score: number; reasons: Reason[] };

const POINTS: Record<Reason, number> = {
  same_email: 66,
  same_phone: 45,
  same_name: 45,
  similar_name: 40,
  same_address: 30,
  same_postcode: 10,
  same_company: 5,
};
/** A full name of three words and more is rare enough that a postcode tells. */
const RARE_NAME_POINTS = 10;
/** Families share phones, doors and mailboxes: names that differ weigh against all of them. */
const OTHER_NAME_POINTS = -50;
const [SAME, SIMILAR, OTHER] = [0.95, 0.8, 0.6];

/** How likely two customers are one person, 0 to 100, and why; the strongest reason first. */
export function scorePair(one: MatchFacts, other: MatchFacts): PairScore {
  const names = [readName(one.name ?? ""), readName(other.name ?? "")] as const;
  const isNamed = names.every(({ words }) => words.length > 0);
  const likeness = nameLikeness(...names);
  const same = <T>(read: (facts: MatchFacts) => T | null) => {
    const value = read(one);
    return value !== null && value === read(other);
  };
  const isDoor = same((facts) => doorOf(facts.address));
  const isPostcode = same((facts) => facts.address?.postcode || null);
  const found: Record<Reason, boolean> = {
    same_email: same(({ email }) => email && mailboxOf(email)),
    same_phone: one.phone && other.phone ? one.phone === other.phone : same(phoneTail),
    same_name: likeness >= SAME,
    similar_name: likeness >= SIMILAR && likeness < SAME,
    same_address: isDoor,
    same_postcode: isPostcode && !isDoor,
    same_company: same(({ company }) => company && foldText(company)),
  };
  const reasons = REASONS.filter((reason) => found[reason]);
  const isRare = found.same_name && Math.min(...names.map(({ words }) => words.length)) >= 3;
  const points = reasons.reduce((sum, reason) => sum + POINTS[reason], isRare ? RARE_NAME_POINTS : 0);
  const score = isNamed && likeness < OTHER ? points + OTHER_NAME_POINTS : points;
  return { score: Math.max(0, Math.min(100, score)), reasons };
}
