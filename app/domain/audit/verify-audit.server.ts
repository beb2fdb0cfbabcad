import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { auditRow } from "./audit-row";
import { type PageToVerify, type Verification, verifiedPageSchema, verifyChain } from "./verify-chain";

/** Of one request: 20,000 rows. */
const MAX_PAGES = 4;

const pageRow = z.object({ page: verifiedPageSchema });

/**
 * Checks the organization's audit chain from row `after` on, against itself and
 * against what was noted outside of the database; not to its end at once when it
 * is long. Where it ends or is broken, the check itself becomes an act.
 */
export async function verifyAudit(ctx: OrgContext, { after }: { after: number }): Promise<Verification> {
  const { db } = ctx;
  const { organization } = await db.entry();
  const anchors = await ctx.ports.anchors.list(organization.id);
  const readPage = async (page: PageToVerify) => {
    const [got] = readRows(pageRow, await db.read(db.orm.execute(verifyPageQuery(page))));
    if (!got) throw new Error("the verifier answered nothing");
    return got.page;
  };
  const found = await verifyChain(readPage, { anchors, after, maxPages: MAX_PAGES });
  if (found.isEnd) {
    const facts = { rows: found.last, isWhole: found.broken === null, brokenRow: found.broken?.seq ?? null };
    const act = { action: "audit.verified", subject: { kind: "audit", id: null }, facts };
    await db.write([db.orm.execute(auditRow(ctx, act))]);
  }
  return found;
}

function verifyPageQuery({ after, limit, anchors }: PageToVerify): SQL {
  return sql`select audit_verify_page(${after}::bigint, ${limit}::int, ${JSON.stringify(anchors)}::jsonb) as page`;
}
