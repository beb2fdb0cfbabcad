import { sql } from "drizzle-orm";
import { openHttp } from "~/db/client";
import { listCustomers } from "~/domain/customers/customer-list-queries.server";
import type { Clause } from "~/domain/filters/filter-tree";
import { readListParams } from "~/domain/filters/list-query.schema";
import type { TestMember } from "../../factories/org-context";
import type { BenchResult } from "../bench-result";
import type { BenchDatabase } from "../stage/bench-database";
import { median } from "../statistics";

const ROUNDS = 30;
const PAGE = 51;

/** A list's state, and what a person would write for its page by hand. */
type Asked = { name: string; clause?: Clause; sort?: string; bare: string };

const COLUMNS = "id, name, email, phone, city, state, orders_count, last_order_at, created_at, is_sample";
const listed = (where: string, order = "last_order_key DESC, id DESC") =>
  `SELECT ${COLUMNS} FROM customers c WHERE org_id = $org AND deleted_at IS NULL AND merged_into IS NULL
   AND ${where} ORDER BY ${order} LIMIT ${PAGE}`;

const ASKED: Asked[] = [
  {
    name: "name begins with",
    clause: { field: "name", op: "startsWith", value: "zulkifli az" },
    bare: listed("starts_with(name_key, 'zulkifli az')"),
  },
  {
    name: "email is",
    clause: { field: "email", op: "is", value: "nobody@kedai.my" },
    bare: listed("email = 'nobody@kedai.my'"),
  },
  {
    name: "seen in the last 7 days",
    clause: { field: "created", op: "inLast", value: 7 },
    bare: listed("created_at >= now() - interval '7 days'"),
  },
  {
    name: "more than 15 orders",
    clause: { field: "orders", op: "atLeast", value: 16 },
    bare: listed("orders_count >= 16"),
  },
  {
    name: "spent at least RM 1,000",
    clause: { field: "spend", op: "atLeast", value: 100_000, currency: "MYR" },
    bare: listed(`EXISTS (SELECT FROM customer_spend s WHERE s.org_id = c.org_id AND s.customer_id = c.id
      AND s.currency = 'MYR' AND s.net_minor >= 100000)`),
  },
  { name: "sorted by paid orders", sort: "orders", bare: listed("true", "orders_count DESC, id DESC") },
];

/** What a page costs beyond the same question in plain SQL by the table's owner: server time, in milliseconds. */
export async function measureFilters(database: BenchDatabase, member: TestMember): Promise<BenchResult[]> {
  const bare = openHttp(database.ownerUrl);
  const results: BenchResult[] = [];
  for (const { name, clause, sort, bare: statement } of ASKED) {
    const filter = clause && JSON.stringify({ v: 1, match: "all", rules: [clause] });
    const params = readListParams(
      "customers",
      new URLSearchParams({ ...(filter && { filter }), ...(sort && { sort }) }),
    );
    const text = sql.raw(statement.replace("$org", `'${member.orgId}'`));
    const [ours, plain]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      const one = await timed(() => listCustomers(member.context("customers.view"), params));
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
