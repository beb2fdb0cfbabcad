import { sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { changeView, editable, requireShare } from "./change-view.server";
import { isStateOf, type ViewForm } from "./view.schema";

type Save = Omit<Extract<ViewForm, { intent: "save" }>, "intent">;
type Rename = Omit<Extract<ViewForm, { intent: "rename" }>, "intent">;

/** Keeps what the list shows now under a view's name. */
export async function saveView(ctx: OrgContext, { id, noun, state }: Save): Promise<void> {
  if (!isStateOf(noun, state)) throw new AppError("bad_request", "errors:badFilter");
  await changeView(ctx, {
    id,
    noun,
    action: "view.updated",
    change: sql`update views set state = ${JSON.stringify(state)}::jsonb, updated_at = ${ctx.now().toISOString()}
      where ${await editable(ctx, id)} and noun = ${noun} returning private_to is null as is_shared`,
  });
}

/** Changes a view's name, and whether everybody has it. One that stops being shared becomes the member's own. */
export async function renameView(ctx: OrgContext, { id, noun, name, isShared }: Rename): Promise<void> {
  if (isShared) await requireShare(ctx);
  const owner = isShared ? null : ctx.actor.id;
  await changeView(ctx, {
    id,
    noun,
    action: "view.updated",
    before: isShared ? [] : [leaveToOthers(ctx, id)],
    change: sql`with known as (select id, private_to from views where ${await editable(ctx, id)} and noun = ${noun})
      update views set name = ${name}, private_to = ${owner}::uuid, updated_at = ${ctx.now().toISOString()}
      from known where views.id = known.id returning known.private_to is null or ${isShared} as is_shared`,
  });
}

/** Nobody else's list may open with a view that they no longer have. */
function leaveToOthers(ctx: OrgContext, id: string) {
  return sql`update list_layouts set default_view_id = null
    where default_view_id = ${id}::uuid and user_id <> ${ctx.actor.id}::uuid`;
}
