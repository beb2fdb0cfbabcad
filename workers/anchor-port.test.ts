import { env } from "cloudflare:workers";
import { neon } from "@neondatabase/serverless";
import { beforeEach, expect, inject, test } from "vitest";
import "~/db/client";
import { verifiedPageSchema, verifyChain } from "~/domain/audit/verify-chain";
import { anchorPort } from "./anchor-port";
import { runAnchorAudit } from "./cron/anchor-audit";

const sql = neon(inject("ownerDatabaseUrl"));
const anchors = anchorPort(env.ARCHIVE);
// Other files run the schedule in this database, too: whoever comes first notes the end, of the same day.
const TODAY = new Date();
const TOMORROW = new Date(TODAY.getTime() + 24 * 3600_000);

let orgId = "";
beforeEach(async () => {
  orgId = crypto.randomUUID();
  await sql.query("INSERT INTO organizations (id, slug, name) VALUES ($1, $2, 'Kedai')", [
    orgId,
    orgId.slice(0, 13),
  ]);
});

const inOrg = async (statement: string, values: unknown[]) => {
  const enter = sql.query("SELECT set_config('app.org_id', $1, true)", [orgId]);
  const [, rows] = await sql.transaction([enter, sql.query(statement, values)]);
  return rows;
};
const act = () =>
  inOrg(
    "SELECT audit_append($1, now(), 'job', 'test', 'test.done', 'test', NULL, NULL, '{}', NULL, NULL, NULL)",
    [crypto.randomUUID()],
  );

/** The verifier, told what R2 has. */
async function verify() {
  const kept = await anchors.list(orgId);
  return verifyChain(
    async ({ after, limit, anchors: noted }) => {
      const rows = await inOrg("SELECT audit_verify_page($1, $2, $3) AS page", [
        after,
        limit,
        JSON.stringify(noted),
      ]);
      return verifiedPageSchema.parse(rows?.[0]?.page);
    },
    { anchors: kept, after: 0, maxPages: 1 },
  );
}

test("the end of a chain is noted in R2 once a day, however often the schedule runs", async () => {
  await act();
  await runAnchorAudit(env, TODAY);
  const first = await anchors.list(orgId);
  expect(first.map(({ seq }) => seq)).toEqual([1]);
  await act();
  await runAnchorAudit(env, TODAY);
  expect(await anchors.list(orgId)).toEqual(first);
  await runAnchorAudit(env, TOMORROW);
  expect((await anchors.list(orgId)).map(({ seq }) => seq)).toEqual([1, 2]);
});

test("a note is never written over, also by two writers at once", async () => {
  const notes = Array.from({ length: 8 }, (_, i) => ({ seq: i + 1, hash: `hash ${i + 1}` }));
  await Promise.all(notes.map((note) => anchors.keep(orgId, "2026-03-01", note)));
  const kept = await anchors.list(orgId);
  const object = await env.ARCHIVE.get(`audit-anchors/${orgId}/2026-03-01.json`);
  expect(kept).toEqual([await object?.json()]);
  await anchors.keep(orgId, "2026-03-01", { seq: 99, hash: "later" });
  expect(await anchors.list(orgId)).toEqual(kept);
});

test("the verifier counts the notes of R2, and says so when a chain is not the one that was noted", async () => {
  await act();
  await act();
  await runAnchorAudit(env, TODAY);
  expect(await verify()).toMatchObject({ isEnd: true, anchors: 1, broken: null });
  await anchors.keep(orgId, "2026-03-02", { seq: 1, hash: "of another chain" });
  expect(await verify()).toMatchObject({ broken: { seq: 1, why: "not_as_anchored" } });
});

test("the verifier finds a tail that was cut off", async () => {
  await act();
  await anchors.keep(orgId, "2026-03-01", { seq: 5, hash: "of a row that is gone" });
  expect(await verify()).toMatchObject({ broken: { why: "cut" } });
});

test("every page of notes is read, and no other organization's", async () => {
  const other = crypto.randomUUID();
  await anchors.keep(other, "2026-03-01", { seq: 7, hash: "other" });
  const paged = anchorPort(
    Object.assign(Object.create(env.ARCHIVE), {
      list: (options: R2ListOptions) => env.ARCHIVE.list({ ...options, limit: 2 }),
    }),
  );
  for (const day of [1, 2, 3, 4, 5]) await anchors.keep(orgId, `2026-03-0${day}`, { seq: day, hash: "own" });
  expect((await paged.list(orgId)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});
