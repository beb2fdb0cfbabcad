import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { views } from "~/db/schema/views";
import type { OrgContext } from "../context";
import { readCustomField } from "../filters/catalogue";
import { clausesOf } from "../filters/filter-tree";
import { asksForContacts } from "../filters/find-problem";
import { NOUNS } from "../filters/nouns";
import { isAllowed } from "../organizations/permissions";
import { readViewState } from "./view.schema";

const MOST_READ = 50;

/** Views, shared or the member's own, whose name holds what was typed; none that may tell a contact to whoever sees none. */
export async function searchViews(ctx: OrgContext, query: string, limit: number) {
  const words = query.trim();
  if (words === "") return [];
  const [{ role }, found] = await Promise.all([ctx.db.entry(), ctx.db.read(selectNamed(ctx, words))]);
  const seesContacts = isAllowed(role, "contacts.view");
  return found
    .filter(({ noun, state: stored }) => {
      const state = readViewState(noun, stored);
      const names = [state.sort, ...(state.filter ? clausesOf(state.filter).map(({ field }) => field) : [])];
      return seesContacts || !(asksForContacts(noun, state) || names.some(readCustomField));
    })
    .slice(0, limit)
    .map(({ id, noun, name }) => ({ id, noun, name }));
}

function selectNamed({ db, actor }: OrgContext, words: string) {
  return db.orm
    .select({ id: views.id, noun: checkedText(views.noun, NOUNS), name: views.name, state: views.state })
    .from(views)
    .where(
      and(
        or(isNull(views.privateTo), eq(views.privateTo, actor.id)),
        sql`strpos(fold_text(${views.name}), fold_text(${words}::text)) > 0`,
      ),
    )
    .orderBy(sql`fold_text(${views.name})`, asc(views.id))
    .limit(MOST_READ);
}
