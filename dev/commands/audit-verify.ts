import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type pg from "pg";
import * as z from "zod";
import type { Anchor } from "../../app/domain/audit/anchors";
import { type Verification, verifiedPageSchema, verifyChain } from "../../app/domain/audit/verify-chain";
import { withOwner } from "../operators/with-owner";
import { Refusal, reportFailure } from "../refusal";

const PAGE_OF_ORGS = 200;
const anchorSchema = z.object({ seq: z.number().int(), hash: z.string() });

/**
 * `npm run audit:verify [-- --org <slug>] [--anchors <folder>]`: checks every
 * audit chain of the database that DATABASE_OWNER_URL names, or else of the local
 * stack. The folder holds a copy of the archive's `audit-anchors/`. Ends with 1 when a chain is broken.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { org: { type: "string" }, anchors: { type: "string" } } });
  await withOwner(async (client) => {
    let broken = 0;
    for await (const org of listChains(client, values.org ?? null)) {
      const found = await verifyOrg(
        client,
        org.id,
        values.anchors ? readAnchors(values.anchors, org.id) : [],
      );
      console.log(describe(org.name, found));
      if (found.broken) broken += 1;
    }
    if (broken > 0) throw new Refusal(`${broken} audit logs are not as they were written.`);
  });
}

/** Every organization with a chain, purged ones too, a page at a time. */
async function* listChains(client: pg.Client, slug: string | null) {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await client.query<{ id: string; name: string }>(
      `SELECT h.org_id AS id, coalesce(o.slug, h.org_id::text) AS name
       FROM audit_heads h LEFT JOIN organizations o ON o.id = h.org_id
       WHERE h.org_id > $1 AND ($2::text IS NULL OR o.slug = $2 OR h.org_id::text = $2)
       ORDER BY h.org_id LIMIT $3`,
      [after, slug, PAGE_OF_ORGS],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_OF_ORGS) return;
    after = last.id;
  }
}

function verifyOrg(client: pg.Client, orgId: string, anchors: readonly Anchor[]): Promise<Verification> {
  const readPage: Parameters<typeof verifyChain>[0] = async ({ after, limit, anchors: near }) => {
    const { rows } = await client.query(
      `WITH entered AS MATERIALIZED (SELECT set_config('app.org_id', $1, false))
       SELECT audit_verify_page($2, $3, $4) AS page FROM entered`,
      [orgId, after, limit, JSON.stringify(near)],
    );
    return verifiedPageSchema.parse(rows[0]?.page);
  };
  return verifyChain(readPage, { anchors, after: 0, maxPages: Number.POSITIVE_INFINITY });
}

function readAnchors(folder: string, orgId: string): Anchor[] {
  const own = join(folder, orgId);
  return readdirSync(own)
    .filter((name) => name.endsWith(".json"))
    .map((name) => anchorSchema.parse(JSON.parse(readFileSync(join(own, name), "utf8"))));
}

function describe(name: string, { checked, erased, anchors, broken }: Verification): string {
  const counts = `${checked} rows, ${erased} with erased values, ${anchors} compared with anchors`;
  return broken
    ? `${name}: row ${broken.seq} is broken (${broken.why}) after ${counts}`
    : `${name}: whole, ${counts}`;
}

main().catch(reportFailure);
