import { sql } from "drizzle-orm";
import { openHttp } from "~/db/client";
import { listCustomers } from "~/domain/customers/customer-list-queries.server";
import { searchCustomers } from "~/domain/customers/customer-search-queries.server";
import { readListParams } from "~/domain/filters/list-query.schema";
import { usualOrder } from "~/domain/filters/list-sorts";
import { writePageCursor } from "~/lib/page-cursor";
import { createMember, type TestMember } from "../factories/org-context";
import type { BenchResult } from "./bench-result";
import { fill } from "./list-and-search/fill";
import { fillFacets } from "./list-and-search/fill-facets";
import { measureFilters } from "./list-and-search/filters";
import { searchForms } from "./list-and-search/queries";
import { type BenchDatabase, startBenchDatabase } from "./stage/bench-database";
import { median, percentile } from "./statistics";

const PAGE = 50;
const DEEP_PAGE = 20_000;
const ROUNDS = 7;
const PER_ROUND = 40;
const PER_FORM = 200;
const MOST_FOUND = 100;

const SORT_KEYS = { lastOrder: "last_order_key", name: "sort_name" } as const;

/** (d) A million customers: pages of the list, deep ones and against bare SQL, and every form of search. */
export async function run(): Promise<BenchResult[]> {
  const database = await startBenchDatabase();
  try {
    const member = await createMember(database);
    await fill(database.owner, member.orgId);
    await fillFacets(database.owner, member.orgId);
    return [
      ...(await measurePages(database, member, "lastOrder")),
      ...(await measurePages(database, member, "name")),
      await measureAgainstBareSql(database, member),
      ...(await measureFilters(database, member)),
      ...(await measureSearch(database, member)),
    ];
  } finally {
    await database.close();
  }
}

/** Page 20,000 against page 1, taken in turns. */
async function measurePages(
  database: BenchDatabase,
  member: TestMember,
  sort: keyof typeof SORT_KEYS,
): Promise<BenchResult[]> {
  const after = await cursorBefore(database, DEEP_PAGE, sort);
  const [first, deep] = await inTurns(
    () => openPage(member, sort),
    () => openPage(member, sort, after),
  );
  return [
    {
      name: `list by ${sort}: page ${DEEP_PAGE} against page 1`,
      asked: { atMost: 1.2 },
      measured: median(deep),
      baseline: median(first),
      ratio: median(deep.map((time, i) => time / (first[i] ?? Number.NaN))),
      unit: "ms",
    },
  ];
}

function openPage(member: TestMember, sort: string, after?: string) {
  return listCustomers(member.context("customers.view"), {
    ...readListParams("customers", new URLSearchParams({ sort })),
    after,
  });
}

async function cursorBefore({ owner }: BenchDatabase, page: number, sort: keyof typeof SORT_KEYS) {
  const key = SORT_KEYS[sort];
  const order = usualOrder(sort);
  const { rows } = await owner.query<{ key: string; id: string }>(
    `SELECT ${key}::text AS key, id FROM customers ORDER BY customers.${key} ${order}, id ${order} OFFSET $1 LIMIT 1`,
    [(page - 1) * PAGE - 1],
  );
  const [row] = rows;
  if (!row) throw new Error(`there is no page ${page}`);
  return writePageCursor({ sort: `${sort}.${order}`, ...row });
}

/** Our page (session, role, row-level security, spend, count) against one plain query of the table's owner. */
async function measureAgainstBareSql(database: BenchDatabase, member: TestMember): Promise<BenchResult> {
  const bare = openHttp(database.ownerUrl);
  const [ours, plain] = await inTurns(
    () => openPage(member, "lastOrder"),
    () =>
      bare.execute(sql`
        select id, name, email, phone, city, state, orders_count, last_order_at, created_at, is_sample,
          last_order_key::text as key
        from customers where org_id = ${member.orgId} and deleted_at is null and merged_into is null
        order by customers.last_order_key desc nulls last, id desc nulls last limit ${PAGE + 1}`),
  );
  return {
    name: "list: a page against its bare SQL",
    asked: null,
    measured: median(ours),
    baseline: median(plain),
    ratio: median(ours.map((time, i) => time / (plain[i] ?? Number.NaN))),
    unit: "ms",
  };
}

async function measureSearch(database: BenchDatabase, member: TestMember): Promise<BenchResult[]> {
  const forms = await searchForms(database.owner, PER_FORM);
  const results: BenchResult[] = [];
  const all: number[] = [];
  for (const [form, queries] of forms) {
    const search = (query: string) =>
      searchCustomers(member.context("customers.view"), query, { limit: MOST_FOUND }).then((found) => {
        if (found.length === 0) throw new Error(`nothing was found for “${query}”`);
      });
    const times: number[] = [];
    for (const query of queries) times.push(await timed(() => search(query)));
    all.push(...times);
    results.push({
      name: `search p99: ${form}`,
      asked: { atMost: 100 },
      measured: percentile(times, 0.99),
      unit: "ms",
    });
  }
  return [{ name: "search p50: all forms", asked: null, measured: median(all), unit: "ms" }, ...results];
}

/** The median times of both in each round, measured alternately; the first round warms up. */
async function inTurns(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<[number[], number[]]> {
  const rounds: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < PER_ROUND; i++) {
      times[0].push(await timed(one));
      times[1].push(await timed(other));
    }
    if (round > 0) for (const side of [0, 1] as const) rounds[side].push(median(times[side]));
  }
  return rounds;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
