import { describe, expect, test } from "vitest";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { createConnection } from "../connections/create-connection.server";
import type { SheetCell } from "../exports/sheet";
import { NO_ACT_FILTERS } from "./act-filters";
import { EXPORT_COLUMNS, exportActs } from "./export-acts.server";

const database = await createTestDatabase();
const INPUT = {
  words: (act: { action: string }) => `words of ${act.action}`,
  visit: { ip: "203.0.113.7" },
  format: "csv",
} as const;

async function rowsOf(pages: AsyncIterable<SheetCell[][]>): Promise<Record<string, SheetCell>[]> {
  const rows: SheetCell[][] = [];
  for await (const page of pages) rows.push(...page);
  return rows.map((row) => Object.fromEntries(EXPORT_COLUMNS.map((column, i) => [column, row[i] ?? null])));
}

describe("an export of the audit log", () => {
  test("[6.2a] holds the acts that the filters leave, newest first, itself included", async () => {
    const member = await createMember(database, { name: "Aina" });
    await createConnection(member.context("connections.manage"), {
      platform: "woocommerce",
      name: "Kedai",
      shopAddress: null,
    });
    const rows = await rowsOf(await exportActs(member.context("audit.export"), NO_ACT_FILTERS, INPUT));
    expect(rows).toMatchObject([
      { number: 2, action: "audit.exported", facts: '{"rows":1,"what":"audit","format":"csv"}' },
      {
        number: 1,
        actor: "Aina",
        act: "words of connection.created",
        subject: "Kedai",
        address: "203.0.113.7",
      },
    ]);
    const shops = { ...NO_ACT_FILTERS, group: "shops" } as const;
    expect(await rowsOf(await exportActs(member.context("audit.export"), shops, INPUT))).toHaveLength(1);
  });

  test("reads on behind a page", async () => {
    const member = await createMember(database);
    await database.owner.query(
      `SELECT set_config('app.org_id', '${member.orgId}', true);
       SELECT count(audit_append(gen_random_uuid(), now(), 'job', 'x', 'trash.purged', 'organization', NULL, NULL, '{}',
         NULL, NULL)) FROM generate_series(1, 2005)`,
    );
    const rows = await rowsOf(await exportActs(member.context("audit.export"), NO_ACT_FILTERS, INPUT));
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 2006 }, (_, i) => 2006 - i));
  });

  test("[2.2b] is shown as a sign, and refused without its permission", async () => {
    const manager = await createMember(database, { role: "manager" });
    await expect(exportActs(manager.context("audit.export"), NO_ACT_FILTERS, INPUT)).rejects.toMatchObject({
      code: "forbidden",
    });
    const member = await createMember(database, { organization: manager });
    await exportActs(member.context("audit.export"), NO_ACT_FILTERS, INPUT);
    const { rows } = await database.owner.query(
      "SELECT kind, user_id FROM security_events WHERE org_id = $1",
      [member.orgId],
    );
    expect(rows).toEqual([{ kind: "exported", user_id: member.userId }]);
  });
});
