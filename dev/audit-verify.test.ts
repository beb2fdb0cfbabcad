import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createMember } from "../tests/factories/org-context";
import { createTestDatabase } from "../tests/setup/database";

const run = promisify(execFile);
const database = await createTestDatabase();

/** The command's output and whether it was content. */
async function verify(...more: string[]) {
  const { rows } = await database.owner.query(
    "SELECT current_setting('port') AS port, current_database() AS name",
  );
  const url = new URL(database.ownerUrl);
  url.port = rows[0].port;
  const file = join(import.meta.dirname, "commands/audit-verify.ts");
  const env = { ...process.env, DATABASE_OWNER_URL: url.href };
  try {
    const { stdout } = await run(process.execPath, ["--import", "tsx", file, ...more], { env });
    return { isContent: true, text: stdout };
  } catch (error) {
    return { isContent: false, text: String(Object(error).stdout) };
  }
}

test("[2.2c] the command checks every chain, against anchors too, and names the first broken row", async () => {
  const member = await createMember(database);
  await database.owner.query(
    `SELECT set_config('app.org_id', '${member.orgId}', true);
     SELECT audit_append(gen_random_uuid(), now(), 'job', 'x', 'trash.purged', 'organization', NULL, NULL, '{}', NULL,
       NULL) FROM generate_series(1, 3)`,
  );
  const whole = await verify();
  expect(whole).toEqual({
    isContent: true,
    text: `${member.slug}: whole, 3 rows, 0 with erased values, 0 compared with anchors\n`,
  });
  const folder = mkdtempSync(join(tmpdir(), "orucrm-anchors-"));
  mkdirSync(join(folder, member.orgId));
  writeFileSync(join(folder, member.orgId, "2026-03-02.json"), JSON.stringify({ seq: 2, hash: "other" }));
  const broken = await verify("--org", member.slug, "--anchors", folder);
  rmSync(folder, { recursive: true });
  expect(broken.isContent).toBe(false);
  expect(broken.text).toContain(`${member.slug}: row 2 is broken (not_as_anchored)`);
}, 60_000);
