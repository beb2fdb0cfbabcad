import fc from "fast-check";
import { expect, test } from "vitest";
import { lets } from "../../../tests/factories/filter-oracle";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { arbitraryFilter, everyClause } from "../../../tests/factories/random-filter";
import { arbitrarySales, createSales } from "../../../tests/factories/random-sales";
import { createTestDatabase } from "../../../tests/setup/database";
import type { Filter } from "./filter-tree";
import { SORTS } from "./list-sorts";
import { selectMatchingIds } from "./matching-ids.server";

const database = await createTestDatabase();
/** One ahead of UTC without changes of the clocks, one behind it amid a change. */
const ZONES = ["Asia/Kuala_Lumpur", "America/St_Johns"];
const NOW = new Date("2026-11-23T17:30:00Z");
const NOUNS = ["orders", "products", "subscriptions"] as const;
const SHARED = {
  text: ["sambal", "SAM-1", "celik", "1024", "A-", "a-7", "s-1", "fpx", "王", "7"],
  number: [-1, 0, 1, 30],
  money: [0, 1, 5000],
  date: ["2026-11-23", "2026-11-24", "2026-10-25", "2025-01-01"],
  fields: [],
};
/** Words of all fields; the last is the value of none. */
const WORDS = ["paid", "active", "in_stock", "cancelled", "shopify", "RAYA", " jimat10 ", "Sos", "nothing"];

async function idsOf(member: TestMember, noun: (typeof NOUNS)[number], filters: Filter[]) {
  const { db } = member.context("customers.view");
  const found = filters.map(async (filter) => {
    const query = { q: "", filter, sort: SORTS[noun][0], order: "desc" as const };
    const page = selectMatchingIds(db.orm, noun, query, { afterId: null, limit: 1000, now: NOW });
    return (await db.read(page)).map(({ id }) => id).toSorted();
  });
  return Promise.all(found);
}

// Over a thousand questions to the database: a busy machine needs more than the usual limit.
test("[2.1a] a filter lets through what a plain reading of it does, for orders, products and subscriptions of all kinds", async () => {
  for (const [i, sample] of fc.sample(arbitrarySales, { numRuns: 2, seed: 11 }).entries()) {
    const zone = ZONES[i % ZONES.length] ?? "UTC";
    const member = await createMember(database, { timeZone: zone });
    const stranger = await createMember(database, { timeZone: zone });
    const own = await createSales(database, member.orgId, sample);
    const theirs = await createSales(database, stranger.orgId, sample);
    const pool = { ...SHARED, choice: [...WORDS, ...own.choices, ...theirs.choices.slice(0, 1)] };
    for (const noun of NOUNS) {
      const agree = async (filters: Filter[]) => {
        const found = await idsOf(member, noun, filters);
        for (const [i, filter] of filters.entries()) {
          const expected = own.rows[noun].filter((row) => lets(noun, filter, row, { now: NOW, zone }));
          expect([filter, found[i]]).toEqual([filter, expected.map(({ id }) => id).toSorted()]);
        }
      };
      const trees = fc.array(arbitraryFilter(noun, pool), { minLength: 20, maxLength: 20 });
      await fc.assert(fc.asyncProperty(trees, agree), { numRuns: 10, endOnFailure: true });
      await agree(everyClause(noun, pool).map((clause) => ({ v: 1, match: "all", rules: [clause] })));
    }
  }
}, 60_000);
