import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import * as z from "zod";
import { checkedText } from "~/db/checked-text";
import { customFields } from "~/db/schema/fields";
import { listLayouts, views } from "~/db/schema/views";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { readCustomField } from "../filters/catalogue";
import { clausesOf } from "../filters/filter-tree";
import { asksForContacts } from "../filters/find-problem";
import type { ListParams } from "../filters/list-query.schema";
import type { Noun } from "../filters/nouns";
import { isAllowed } from "../organizations/permissions";
import { type ViewState, viewSearch } from "./list-address";
import { readViewState } from "./view.schema";

const MOST_VIEWS = 100;
const DENSITIES = ["comfortable", "compact"] as const;

/** Shared ones and the member's own, by name. */
function selectViews({ db, actor }: OrgContext, noun: Noun) {
  return db.orm
    .select({ id: views.id, name: views.name, privateTo: views.privateTo, state: views.state })
    .from(views)
    .where(and(eq(views.noun, noun), or(isNull(views.privateTo), eq(views.privateTo, actor.id))))
    .orderBy(sql`fold_text(${views.name})`, asc(views.id))
    .limit(MOST_VIEWS);
}

function selectLayout({ db, actor }: OrgContext, noun: Noun) {
  return db.orm
    .select({
      columns: listLayouts.columns,
      widths: listLayouts.widths,
      density: checkedText(listLayouts.density, DENSITIES),
      defaultViewId: listLayouts.defaultViewId,
    })
    .from(listLayouts)
    .where(and(eq(listLayouts.userId, actor.id), eq(listLayouts.noun, noun)));
}

const selectPrivateFields = ({ db }: OrgContext) =>
  db.orm.select({ id: customFields.id }).from(customFields).where(eq(customFields.isPrivate, true));

function tellsHidden(noun: Noun, state: ViewState, hidden: ReadonlySet<string>): boolean {
  const fields = [state.sort, ...(state.filter ? clausesOf(state.filter).map(({ field }) => field) : [])];
  return asksForContacts(noun, state) || fields.some((name) => hidden.has(readCustomField(name)?.id ?? ""));
}

const columnsSchema = z.array(z.string()).nullable().catch(null);
const widthsSchema = z.record(z.string(), z.number()).catch({});

/** The views of a list and how the member has arranged it. Joins the turn's batch. */
export async function getListSetting(ctx: OrgContext, noun: Noun) {
  const [{ role }, known, [layout], secrets] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectViews(ctx, noun)),
    ctx.db.read(selectLayout(ctx, noun)),
    noun === "customers" ? ctx.db.read(selectPrivateFields(ctx)) : [],
  ]);
  const hidden = isAllowed(role, "contacts.view") ? null : new Set(secrets.map(({ id }) => id));
  const listed = known.map(({ id, name, privateTo, state }) => ({
    id,
    name,
    isShared: privateTo === null,
    mayEdit: privateTo !== null || isAllowed(role, "views.share"),
    state: readViewState(noun, state),
  }));
  return {
    // A filter for a contact tells the contact.
    views: hidden ? listed.filter(({ state }) => !tellsHidden(noun, state, hidden)) : listed,
    mayShare: isAllowed(role, "views.share"),
    columns: columnsSchema.parse(layout?.columns ?? null),
    widths: widthsSchema.parse(layout?.widths ?? {}),
    density: layout?.density ?? "comfortable",
    defaultViewId: layout?.defaultViewId ?? null,
  };
}

export type ListSetting = Awaited<ReturnType<typeof getListSetting>>;
export type ListedView = { id: string; name: string; isShared: boolean; mayEdit: boolean; state: ViewState };

/**
 * Where an address leads that names no more than a view, or nothing at all: to the
 * view as it was saved, or to the member's default one. Null for all others. Throws
 * `not_found` for a view that is gone or somebody else's.
 */
export function leadsTo(
  noun: Noun,
  params: ListParams,
  { search, setting }: { search: URLSearchParams; setting: ListSetting },
): string | null {
  const names = [...search.keys()].filter((name) => name !== "_data");
  const isBare = names.length === 0;
  const isViewOnly = names.length === 1 && params.view !== null && params.view !== "all";
  if (!isBare && !isViewOnly) return null;
  const wanted = isBare ? setting.defaultViewId : params.view;
  const view = setting.views.find(({ id }) => id === wanted);
  if (!view && isViewOnly) throw new AppError("not_found", "errors:viewGone");
  return view && viewSearch(noun, view) !== `?view=${view.id}` ? viewSearch(noun, view) : null;
}
