import { type Way, waysOf } from "./clause-ways";
import { type Clause, type Filter, isGroup, type Rule } from "./filter-tree";
import type { Noun } from "./nouns";

/** Each part is a query, so that more of them cost more to plan than they save. */
const MOST_PARTS = 12;

/** One of several filters that let through together what one does; `ways` says how to ask conditions that have several. */
export type FilterPart = { filter: Filter; ways: ReadonlyMap<Clause, Way> };
type Part = { rules: Rule[]; ways: [Clause, Way][] };

/**
 * A filter's alternatives. Postgres reads "any of" over two tables row by row; asked one by one, each is found through
 * its own index. What would make too many is left whole; a row may fit several.
 */
export function splitFilter(noun: Noun, filter: Filter): FilterPart[] {
  if (filter.rules.length === 0) return [{ filter, ways: new Map() }];
  return partsOf(noun, filter).map(({ rules, ways }) => ({
    filter: { v: 1, match: "all", rules },
    ways: new Map(ways),
  }));
}

function partsOf(noun: Noun, rule: Rule): Part[] {
  const whole = [{ rules: [rule], ways: [] }];
  if (!isGroup(rule)) {
    const ways = waysOf(noun, rule);
    return ways.length === 0 ? whole : ways.map((way) => ({ rules: [rule], ways: [[rule, way]] }));
  }
  const options = rule.rules.map((one) => partsOf(noun, one));
  if (rule.match === "all") return options.reduce((parts, more, i) => combine(parts, more, rule.rules[i]));
  const parts = options.flat();
  return parts.length > MOST_PARTS ? whole : parts;
}

/** All that meet one of both lists' parts; a rule that would make too many stays one. */
function combine(parts: Part[], options: Part[], rule: Rule | undefined): Part[] {
  const more = parts.length * options.length > MOST_PARTS && rule ? [{ rules: [rule], ways: [] }] : options;
  return parts.flatMap((part) =>
    more.map((option) => ({
      rules: [...part.rules, ...option.rules],
      ways: [...part.ways, ...option.ways],
    })),
  );
}
