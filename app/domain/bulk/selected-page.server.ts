import { sql } from "drizzle-orm";
import type { JobDb } from "~/db/job-db";
import { AppError } from "~/lib/app-error";
import { asksForContacts } from "../filters/find-problem";
import { actAs, selectMatchingIds } from "../filters/matching-ids.server";
import { isAllowed, type Role } from "../organizations/permissions";
import { LISTS, type TrashNoun } from "../trash/trash-nouns";
import type { BulkSelection } from "./bulk.schema";
import { BULK_PAGE } from "./bulk-limits";

type Selected = { noun: TrashNoun; selection: BulkSelection; role: Role; now: Date };
/** `total` is null on every page but the first. */
type SelectedPage = { ids: string[]; total: number | null };

/** Throws `forbidden` for a selection by contacts, for a role that does not see them. */
export function requireSeen({ noun, selection, role }: Omit<Selected, "now">): void {
  if (selection.kind === "ids" || isAllowed(role, "contacts.view")) return;
  if (asksForContacts(LISTS[noun], selection.params)) throw new AppError("forbidden", "errors:forbidden");
}

/** The next selected ids after this one, in their order; `now` is when the change was asked for. */
export async function readSelectedPage(
  db: JobDb,
  selected: Selected,
  after: string | null,
): Promise<SelectedPage> {
  const { noun, selection, role, now } = selected;
  if (selection.kind === "ids") return pageOfIds(selection.ids, after);
  requireSeen(selected);
  const select = (limit: number) =>
    selectMatchingIds(db.orm, LISTS[noun], selection.params, { now, afterId: after, limit });
  const page = select(BULK_PAGE);
  if (after !== null) {
    const [, found] = await db.run([actAs(db.orm, role), page]);
    return { ids: found.map(({ id }) => id), total: null };
  }
  const all = select(MOST).as("matching");
  const count = db.orm.select({ total: sql`count(*)`.mapWith(Number) }).from(all);
  const [, found, [counted]] = await db.run([actAs(db.orm, role), page, count]);
  return { ids: found.map(({ id }) => id), total: counted?.total ?? null };
}

/** More than any organization has; the list's query wants a limit. */
const MOST = 100_000_000;

function pageOfIds(selected: readonly string[], after: string | null): SelectedPage {
  const ids = [...new Set(selected)].sort();
  const rest = after === null ? ids : ids.filter((id) => id > after);
  return { ids: rest.slice(0, BULK_PAGE), total: ids.length };
}
