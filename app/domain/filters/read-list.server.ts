import { and, eq, inArray } from "drizzle-orm";
import { type Page, toPage } from "~/db/keyset";
import type { Query } from "~/db/request-batch";
import { customFields } from "~/db/schema/fields";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { readCustomField } from "./catalogue";
import { clausesOf } from "./filter-tree";
import { asksForContacts, type FilterProblem } from "./find-problem";
import { countLater, countList, type ListCount } from "./list-count.server";
import { type ListPlan, PAGE_SIZE, planList } from "./list-plan.server";
import type { ListParams, ListQuery } from "./list-query.schema";
import type { Noun } from "./nouns";
import { contextFor, unlessTooSlow } from "./time-limits.server";

type KeyedRows = Query & { _: { result: { id: string; key: string }[] } };
type RowOf<Q extends KeyedRows> = Q["_"]["result"][number];

/** What a list shows besides its rows. */
export type ListState = {
  /** Null while `counting`. */
  count: number | null;
  isCountBounded: boolean;
  /** Of a filtered list, which is counted while its rows are shown already; null in the end when it takes too long. */
  counting: Promise<ListCount | null> | null;
  /** Why nothing is shown though something may fit. */
  problem: FilterProblem | null;
};

/** A list without rows. */
export const NONE = {
  ...{ rows: [], previous: null, next: null },
  ...{ count: 0, isCountBounded: false, counting: null },
};

/**
 * A page of a noun's list with how many fit, up to 10,000. `select` reads the rows
 * of a plan, with their `key`. Nothing is read for a filter that cannot be asked, and
 * nothing handed out to a role that may not ask it. A filter that takes too long is a problem, not an error.
 */
export async function readList<Q extends KeyedRows>(
  ctx: OrgContext,
  noun: Noun,
  params: ListParams,
  select: (ctx: OrgContext, plan: ListPlan) => Q,
): Promise<Page<Omit<RowOf<Q>, "key">> & ListState> {
  if (params.problem) return { ...NONE, problem: params.problem };
  const plan = planList(ctx, noun, params);
  const within = contextFor(ctx, params);
  const isApart = within !== ctx;
  const asking = asksForHidden(ctx, noun, params);
  const reading = unlessTooSlow(within.db.read(select(within, plan)));
  const counting = isApart ? countAfter(reading, ctx, noun, plan) : null;
  const [isHidden, read, counted] = await Promise.all([
    asking,
    reading,
    isApart ? { count: null, isCountBounded: false } : countList(ctx, noun, plan),
  ]);
  if (isHidden) return { ...NONE, problem: "hiddenField" };
  if (!read) return { ...NONE, problem: "tooSlow" };
  const page = toPage<RowOf<Q>>(plan.keyset, plan.position, read, PAGE_SIZE);
  return { ...page, ...counted, counting, problem: null };
}

/** What is all on its first page is counted by it; the rest is counted once its rows are there. Never rejects. */
function countAfter(
  reading: Promise<readonly object[] | null>,
  ...[ctx, noun, plan]: Parameters<typeof countLater>
): Promise<ListCount | null> {
  return reading.then(
    (read) => {
      if (!read) return null;
      const isAll = plan.position === null && read.length <= PAGE_SIZE;
      return isAll ? { count: read.length, isCountBounded: false } : countLater(ctx, noun, plan);
    },
    () => null,
  );
}

/** Whether the query asks for contacts, or for a private custom field, of a role that does not see them. Joins the turn's batch. */
export async function asksForHidden(ctx: OrgContext, noun: Noun, query: ListQuery): Promise<boolean> {
  const names = [query.sort, ...(query.filter ? clausesOf(query.filter).map(({ field }) => field) : [])];
  const asked = names.flatMap((name) => readCustomField(name)?.id ?? []);
  const [{ role }, hidden] = await Promise.all([
    ctx.db.entry(),
    asked.length === 0 ? [] : ctx.db.read(selectPrivate(ctx, asked)),
  ]);
  return !isAllowed(role, "contacts.view") && (hidden.length > 0 || asksForContacts(noun, query));
}

function selectPrivate({ db }: OrgContext, ids: string[]) {
  return db.orm
    .select({ id: customFields.id })
    .from(customFields)
    .where(and(inArray(customFields.id, ids), eq(customFields.isPrivate, true)));
}
