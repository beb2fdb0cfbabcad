import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { type Device, describeDevice } from "./device.server";

const sessionSchema = z.object({
  id: z.uuid(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  isCurrent: z.boolean(),
});

/** A live session of the user, as its own list shows it; at most 50 of them, this one first. */
export type ListedSession = Omit<z.output<typeof sessionSchema>, "userAgent"> & { device: Device };

export async function listSessions({
  db,
  actor,
}: Pick<OrgContext, "db" | "actor">): Promise<ListedSession[]> {
  const query = sql`select session_list(${actor.sessionId}::uuid) as sessions`;
  const [row] = readRows(
    z.object({ sessions: z.array(sessionSchema) }),
    await db.read(db.orm.execute(query)),
  );
  return (row?.sessions ?? []).map(({ userAgent, ...session }) => ({
    ...session,
    device: describeDevice(userAgent),
  }));
}
