import { sql } from "drizzle-orm";
import { openHttp } from "~/db/client";
import { listCustomers } from "~/domain/customers/customer-list-queries.server";
import { readListParams } from "~/domain/filters/list-query.schema";
import type { TestMember } from "../../factories/org-context";
import type { BenchResult } from "../bench-result";
import type { BenchDatabase } from "../stage/bench-database";
import { median } from "../statistics";
import { ASKED } from "./asked";

const ROUNDS = 10;

/** What a page costs beyond the same question in plain SQL by the table's owner: server time, in milliseconds. */
export async function measureFilters(database: BenchDatabase, member: TestMember): Promise<BenchResult[]> {
  const bare = openHttp(database.ownerUrl);
  const results: BenchResult[] = [];
  for (const { name, clause, anyOf, sort, bare: statement } of ASKED) {
    const rules = anyOf ?? (clause && [clause]);
    const filter = rules && JSON.stringify({ v: 1, match: anyOf ? "any" : "all", rules });
    const params = readListParams(
      "customers",
      new URLSearchParams({ ...(filter && { filter }), ...(sort && { sort }) }),
    );
    const text = sql.raw(statement.replaceAll("$org", `'${member.orgId}'`));
    const [ours, plain]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      let counting: Promise<unknown> | null = null;
      const one = await timed(async () => {
        ({ counting } = await listCustomers(member.context("customers.view"), params));
      });
      // The number follows the page, and must not slow what is measured next.
      await counting;
      const other = await timed(() => bare.execute(text));
      if (round > 0) {
        ours.push(one);
        plain.push(other);
      }
    }
    results.push({
      name: `list: ${name}, beyond its bare SQL (${median(plain).toFixed(1)} ms)`,
      asked: { atMost: 15 },
      measured: median(ours.map((time, i) => time - (plain[i] ?? Number.NaN))),
      unit: "ms",
    });
  }
  return results;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
