import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";

/** What is counted, by the column that says since when. */
const COUNTED = {
  customers: "created_at",
  orders: "created_at",
  products: "created_at",
  subscriptions: "created_at",
  checkouts: "created_at",
  consents: "recorded_at",
  connections: "created_at",
  deliveries: "received_at",
  memberships: "created_at",
  audit_log: "at",
} as const;

const KINDS = Object.keys(COUNTED).filter((kind): kind is keyof typeof COUNTED => kind in COUNTED);

const contentRow = z.object({
  kind: z.enum(KINDS),
  count: z.coerce.number(),
  /** Since when the oldest one is here; null when there is none. */
  since: z.coerce.date().nullable(),
});

export type Content = z.output<typeof contentRow>;

/** How much of what an organization has, and since when. */
export async function countContents({ db }: OrgContext): Promise<Content[]> {
  const counts = KINDS.map(
    (kind) => sql`select ${kind} as kind, count(*) as count, min(${sql.identifier(COUNTED[kind])}) as since
      from ${sql.identifier(kind)}`,
  );
  return readRows(contentRow, await db.read(db.orm.execute(sql.join(counts, sql` union all `))));
}
