import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { readPageCursor, writePageCursor } from "~/lib/page-cursor";
import { instantSchema } from "../accounts/call-function.server";
import type { OrgContext } from "../context";
import { notificationFactsSchema } from "./notification.schema";
import { isNotificationKind } from "./notification-kinds";

const PAGE_SIZE = 30;
const SORT = "notifications";
const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

const listedSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  category: z.enum(["security", "service", "policy", "product"]),
  facts: notificationFactsSchema,
  createdAt: instantSchema,
  key: z.string(),
  isRead: z.boolean(),
  organization: z.object({ slug: z.string(), name: z.string() }).nullable(),
});

export type ListedNotification = Omit<z.output<typeof listedSchema>, "key">;

/** A page of the user's own notifications, newest first; `next` is the `after` of the following page. */
export async function listNotifications(
  ctx: OrgContext,
  { after }: { after: string | undefined },
): Promise<{ notifications: ListedNotification[]; next: string | null }> {
  const from = after === undefined ? null : readCursor(after);
  const rows = readRows(
    z.object({ answer: z.array(listedSchema) }),
    await ctx.db.read(
      ctx.db.orm.execute(sql`select notifications_list(${ctx.actor.sessionId}::uuid, ${from?.key ?? null}::timestamptz,
        ${from?.id ?? null}::uuid, ${PAGE_SIZE + 1}::int) as answer`),
    ),
  );
  const read = rows[0]?.answer ?? [];
  const shown = read.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const hasMore = read.length > PAGE_SIZE && last !== undefined;
  return {
    notifications: shown.filter(({ kind }) => isNotificationKind(kind)).map(({ key: _key, ...rest }) => rest),
    next: hasMore ? writePageCursor({ sort: SORT, key: last.key, id: last.id }) : null,
  };
}

function readCursor(text: string) {
  const cursor = readPageCursor(text);
  const isOurs = cursor?.sort === SORT && INSTANT.test(cursor.key) && !Number.isNaN(Date.parse(cursor.key));
  if (!isOurs) throw new AppError("bad_request", "errors:badPage");
  return cursor;
}

const preferencesSchema = z.object({
  productMail: z.boolean(),
  productInApp: z.boolean(),
  policyInApp: z.boolean(),
});

/** What the user chose, or what everybody begins with. */
export async function getNotificationPreferences(ctx: OrgContext) {
  const [row] = readRows(
    z.object({ answer: preferencesSchema }),
    await ctx.db.read(
      ctx.db.orm.execute(sql`select notification_preferences_find(${ctx.actor.sessionId}::uuid) as answer`),
    ),
  );
  if (!row) throw new AppError("unauthenticated", "errors:sessionEnded");
  return row.answer;
}

const shellStateSchema = z.object({ unread: z.number().int(), policyVersion: z.string() });

/** Unread notifications, counted up to 100, and the version of the policy that the user accepted. */
export async function getShellState(ctx: OrgContext): Promise<z.output<typeof shellStateSchema>> {
  const [row] = readRows(
    z.object({ answer: shellStateSchema }),
    await ctx.db.read(ctx.db.orm.execute(sql`select shell_state(${ctx.actor.sessionId}::uuid) as answer`)),
  );
  if (!row) throw new AppError("unauthenticated", "errors:sessionEnded");
  return row.answer;
}
