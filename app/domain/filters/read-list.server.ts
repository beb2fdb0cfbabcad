import { and, eq, inArray } from "drizzle-orm";
import { type Page, toPage } from "~/db/keyset";
import type { Query } from "~/db/request-batch";
import { customFields } from "~/db/schema/fields";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { readCustomField } from "./catalogue";
import { clausesOf } from "./filter-tree";
import { asksForContacts, type FilterProblem } from "./find-problem";
import { boundCount, type ListPlan, PAGE_SIZE, planList, selectCount } from "./list-plan.server";
import type { ListParams, ListQuery } from "./list-query.schema";
import type { Noun } from "./nouns";

type KeyedRows = Query & { _: { result: { id: string; key: string }[] } };
type RowOf<Q extends KeyedRows> = Q["_"]["result"][number];

/** What a list shows besides its rows. */
export type ListState = {
  count: number;
  isCountBounded: boolean;
  /** Why nothing is shown though something may fit. */
  problem: FilterProblem | null;
};

/**
 * A page of a noun's list with how many fit, up to 10,000. `select` reads the rows
 * of a plan, with their `key`. Nothing is read for a filter that cannot be asked, and
 * nothing handed out to a role that may not ask it.
 */
export async function readList<Q extends KeyedRows>(
  ctx: OrgContext,
  noun: Noun,
  params: ListParams,
  select: (plan: ListPlan) => Q,
): Promise<Page<Omit<RowOf<Q>, "key">> & ListState> {
  const none = { rows: [], previous: null, next: null, count: 0, isCountBounded: false };
  if (params.problem) return { ...none, problem: params.problem };
  const plan = planList(ctx, noun, params);
  const [isHidden, read, counted] = await Promise.all([
    asksForHidden(ctx, noun, params),
    ctx.db.read(select(plan)),
    ctx.db.read(selectCount(ctx, noun, plan)),
  ]);
  if (isHidden) return { ...none, problem: "hiddenField" };
  const page = toPage<RowOf<Q>>(plan.keyset, plan.position, read, PAGE_SIZE);
  return { ...page, ...boundCount(counted), problem: null };
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
