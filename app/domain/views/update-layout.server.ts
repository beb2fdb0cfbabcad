import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { listLayouts, views } from "~/db/schema/views";
import type { OrgContext } from "../context";
import type { Noun } from "../filters/nouns";
import type { LayoutForm } from "./view.schema";

/** Keeps how the member has arranged a list. Personal taste: it is not audited. */
export async function updateLayout(
  ctx: OrgContext,
  { noun, columns, density, widths }: LayoutForm,
): Promise<void> {
  const told = {
    ...(columns && { columns: columns.length > 0 ? columns : null }),
    ...(density && { density }),
    ...(widths && { widths }),
  };
  await upsert(ctx, noun, told);
}

/** The view that the member's list opens with; null for the list as it is. Another member's view is not taken. */
export async function setDefaultView(
  ctx: OrgContext,
  { noun, viewId }: { noun: Noun; viewId: string | null },
): Promise<void> {
  const visible = and(
    eq(views.id, sql`${viewId}::uuid`),
    eq(views.noun, noun),
    or(isNull(views.privateTo), eq(views.privateTo, ctx.actor.id)),
  );
  await upsert(ctx, noun, { defaultViewId: sql`(select id from views where ${visible})` });
}

type Told = PgUpdateSetSource<typeof listLayouts>;

async function upsert(ctx: OrgContext, noun: Noun, told: Told): Promise<void> {
  await ctx.db.write([
    ctx.db.orm.insert(listLayouts).values({ userId: ctx.actor.id, noun }).onConflictDoNothing(),
    ctx.db.orm
      .update(listLayouts)
      .set({ ...told, updatedAt: ctx.now() })
      .where(and(eq(listLayouts.userId, ctx.actor.id), eq(listLayouts.noun, noun))),
  ]);
}
