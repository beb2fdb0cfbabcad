import { sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import { changeView, editable } from "./change-view.server";

/** Deletes a view; lists that opened with it open as usual again. */
export async function deleteView(ctx: OrgContext, { id, noun }: { id: string; noun: string }): Promise<void> {
  const isEditable = await editable(ctx, id);
  await changeView(ctx, {
    id,
    noun,
    action: "view.deleted",
    before: [
      sql`update list_layouts set default_view_id = null where default_view_id = ${id}::uuid
        and exists (select from views where ${isEditable} and noun = ${noun})`,
    ],
    change: sql`delete from views where ${isEditable} and noun = ${noun} returning private_to is null as is_shared`,
  });
}
