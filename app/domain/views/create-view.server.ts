import { sql } from "drizzle-orm";
import { lockRoom } from "~/db/lock-room";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { changeView, requireShare } from "./change-view.server";
import { isStateOf, type ViewForm } from "./view.schema";

type NewView = Omit<Extract<ViewForm, { intent: "create" }>, "intent">;
const MOST_VIEWS = 100;

/** Saves what a list shows under a name, for the member alone or for everybody; answers its id. */
export async function createView(ctx: OrgContext, { noun, name, state, isShared }: NewView): Promise<string> {
  if (!isStateOf(noun, state)) throw new AppError("bad_request", "errors:badFilter");
  if (isShared) await requireShare(ctx);
  const id = ctx.newId();
  const owner = isShared ? null : ctx.actor.id;
  await changeView(ctx, {
    id,
    noun,
    action: "view.created",
    before: [lockRoom("views")],
    change: sql`
      insert into views (id, noun, name, private_to, created_by, state)
      select ${id}::uuid, ${noun}, ${name}, ${owner}::uuid, ${ctx.actor.id}::uuid, ${JSON.stringify(state)}::jsonb
      where (select count(*) from views where noun = ${noun}
        and private_to is not distinct from ${owner}::uuid) < ${MOST_VIEWS}
      returning private_to is null as is_shared`,
  });
  return id;
}
