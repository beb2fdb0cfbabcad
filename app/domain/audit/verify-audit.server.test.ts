import { createHash } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createAnchors } from "../../../tests/factories/anchors";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { anchorHeads } from "./anchor-heads.server";
import { type Act, auditRow } from "./audit-row";
import { verifyAudit } from "./verify-audit.server";

const database = await createTestDatabase();
const anchors = createAnchors();
const ROWS = 6;
const ORG = "0197c2f0-0000-7000-8000-000000000000";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
/** The acts from the third on change something. */
const hasValues = (seq: number) => seq >= 3;

/** An organization with a short chain. */
async function createChain(): Promise<TestMember> {
  const member = await createMember(database);
  for (let seq = 1; seq <= ROWS; seq++) await act(member, seq);
  return member;
}

async function act(member: TestMember, seq: number): Promise<void> {
  const ctx = member.context("dashboard.view");
  const values: Partial<Act> = hasValues(seq)
    ? { before: { name: "Kedai" }, after: { name: `Kedai ${seq}` } }
    : {};
  const subject = { kind: "organization", id: member.userId };
  const statement = auditRow(ctx, {
    action: "organization.updated",
    subject,
    facts: { fields: "name", seq },
    ...values,
  });
  await ctx.db.write([ctx.db.orm.execute(statement)]);
}

const verify = (member: TestMember, after = 0) => {
  const ctx = member.context("audit.view");
  return verifyAudit({ ...ctx, ports: { ...ctx.ports, anchors } }, { after });
};
const anchor = (day: string) =>
  anchorHeads({ db: openHttp(database.url), anchors, now: new Date(`${day}T00:05:00Z`), limit: 1000 });

/** Does what somebody with the owner's password could do, the triggers out of the way. */
async function tamper(statements: string, values: unknown[] = []): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    for (const table of ["audit_log", "audit_values", "audit_heads"]) {
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    // An organization's id is a uuid; several statements take no parameters.
    const text = values.reduce<string>(
      (sql, value, i) => sql.replaceAll(`$${i + 1}`, () => pg.escapeLiteral(String(value))),
      statements,
    );
    await client.query(text);
    for (const table of ["audit_log", "audit_values", "audit_heads"]) {
      await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

describe("[2.2c] the verifier", () => {
  test.each([
    ["with a browser", "Browser 1"],
    ["of before browsers were noted", null],
  ])("hashes a row %s for ever as its first version did", async (_name, device) => {
    const told = ["user", "u", "member.removed", "user", "s", "1.2.3.4"];
    const [row] = (
      await database.owner.query(
        `SELECT audit_row_hash(ROW($1, 7, $1, '2026-03-02T04:00:10.5Z', $2, $3, $4, $5, $6, $7, $8, 'd', 'p', '', $9)::audit_log)
          AS hash, audit_values_digest('salt', '{"name": "A"}', NULL) AS digest`,
        [ORG, ...told, { role: "viewer", count: 2 }, device],
      )
    ).rows;
    const values = [ORG, 7, ORG, "2026-03-02T04:00:10.500000Z", ...told].map((one) => JSON.stringify(one));
    const facts = '{"role": "viewer", "count": 2}';
    const text = `[${[...values, facts, '"d"', '"p"', ...(device === null ? [] : [JSON.stringify(device)])].join(", ")}]`;
    expect(row).toEqual({ hash: sha256(text), digest: sha256('["salt", {"name": "A"}, null]') });
  });

  test("passes a chain that is as it was written, and becomes an act itself", async () => {
    const member = await createChain();
    expect(await verify(member)).toEqual({
      checked: ROWS,
      erased: 0,
      anchors: 0,
      last: ROWS,
      isEnd: true,
      broken: null,
    });
    expect(await verify(member)).toMatchObject({ checked: ROWS + 1, broken: null });
  });

  test("passes an organization in which nothing happened yet", async () => {
    expect(await verify(await createMember(database))).toMatchObject({ checked: 0, broken: null });
  });

  test("goes on where it stopped", async () => {
    expect(await verify(await createChain(), 4)).toMatchObject({ checked: 2, last: ROWS, broken: null });
  });

  test("says erased, and passes, when values are gone", async () => {
    const member = await createChain();
    const ctx = member.context("dashboard.view");
    await ctx.db.write([ctx.db.orm.execute(`select audit_erase_values(array['${member.userId}'])`)]);
    expect(await verify(member)).toMatchObject({ erased: 4, broken: null });
  });

  const columns: [string, string][] = [
    ["id", "gen_random_uuid()"],
    ["at", "at + interval '1 microsecond'"],
    ["actor_kind", "'job'"],
    ["actor_id", "NULL"],
    ["action", "'session.started'"],
    ["subject_kind", "'customer'"],
    ["subject_id", "'x'"],
    ["ip", "'198.51.100.1'"],
    ["facts", `'{"fields": "name", "seq": 40}'`],
    ["values_digest", "''"],
    ["prev_hash", "repeat('0', 64)"],
    ["hash", "repeat('0', 64)"],
    ["device", "'another browser'"],
  ];

  test.each(columns)("names the row whose %s was changed", async (column, value) => {
    const member = await createChain();
    await tamper(`UPDATE audit_log SET ${column} = ${value} WHERE org_id = $1 AND seq = 4`, [member.orgId]);
    expect((await verify(member)).broken).toEqual({ seq: 4, why: "changed" });
  });

  test("knows every column of a row", async () => {
    const { rows } = await database.owner.query(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_log'",
    );
    const known = [...columns.map(([name]) => name), "org_id", "seq"].sort();
    expect(rows.map(({ name }) => name).sort()).toEqual(known);
  });

  test.each(["salt = 'x'", "before = NULL", `after = '{"name": "Other"}'`])(
    "names the row whose values were changed: %s",
    async (change) => {
      const member = await createChain();
      await tamper(`UPDATE audit_values SET ${change} WHERE org_id = $1 AND seq = 5`, [member.orgId]);
      expect((await verify(member)).broken).toEqual({ seq: 5, why: "values_changed" });
    },
  );

  test("names the row that got values which it did not have", async () => {
    const member = await createChain();
    await tamper("INSERT INTO audit_values (org_id, seq, salt) VALUES ($1, 2, 'x')", [member.orgId]);
    expect((await verify(member)).broken).toEqual({ seq: 2, why: "values_changed" });
  });

  test("names the row that is missing, the first one too", async () => {
    for (const seq of [1, 3]) {
      const member = await createChain();
      await tamper(`DELETE FROM audit_log WHERE org_id = $1 AND seq = ${seq}`, [member.orgId]);
      expect((await verify(member)).broken).toEqual({ seq, why: "missing" });
    }
  });

  test("finds two rows that changed places", async () => {
    const member = await createChain();
    await tamper(
      `UPDATE audit_log SET seq = -seq WHERE org_id = $1 AND seq IN (3, 4);
       UPDATE audit_log SET seq = 7 + seq WHERE org_id = $1 AND seq IN (-3, -4)`,
      [member.orgId],
    );
    expect((await verify(member)).broken).toEqual({ seq: 3, why: "changed" });
  });

  test("finds a row that was written anew with a fitting hash", async () => {
    const member = await createChain();
    await tamper(
      `UPDATE audit_log SET ip = '198.51.100.1' WHERE org_id = $1 AND seq = 4;
       UPDATE audit_log l SET hash = audit_row_hash(l) WHERE org_id = $1 AND seq = 4`,
      [member.orgId],
    );
    expect((await verify(member)).broken).toEqual({ seq: 5, why: "unlinked" });
  });

  test("finds a tail that was cut off, by the head", async () => {
    const member = await createChain();
    await tamper("DELETE FROM audit_log WHERE org_id = $1 AND seq > 4", [member.orgId]);
    expect((await verify(member)).broken).toEqual({ seq: 5, why: "cut" });
  });

  test("finds a head that was changed", async () => {
    const member = await createChain();
    await tamper("UPDATE audit_heads SET hash = 'x' WHERE org_id = $1", [member.orgId]);
    expect((await verify(member)).broken).toEqual({ seq: ROWS, why: "head_changed" });
  });

  test("finds a tail that was cut off together with the head, by the anchor of the night", async () => {
    const member = await createChain();
    await anchor("2026-03-02");
    await cutWithHead(member, 4);
    expect((await verify(member)).broken).toEqual({ seq: 5, why: "cut" });
  });

  test("finds a chain that was cut off and went on, by the anchor of the night", async () => {
    const member = await createChain();
    await anchor("2026-03-03");
    await cutWithHead(member, 4);
    for (let seq = 5; seq <= 8; seq++) await act(member, seq);
    expect((await verify(member)).broken).toEqual({ seq: ROWS, why: "not_as_anchored" });
  });

  test("counts the anchors that it compared", async () => {
    const member = await createChain();
    await anchor("2026-03-04");
    await act(member, 7);
    await anchor("2026-03-04");
    expect(await verify(member)).toMatchObject({ checked: 7, anchors: 1, broken: null });
    await anchor("2026-03-05");
    expect(await verify(member)).toMatchObject({ anchors: 2, broken: null });
  });

  test("finds whatever is changed anywhere", async () => {
    const change = fc.record({
      seq: fc.integer({ min: 1, max: ROWS }),
      column: fc.constantFrom(
        "actor_id",
        "action",
        "subject_kind",
        "subject_id",
        "ip",
        "device",
        "prev_hash",
      ),
      text: fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !text.includes("\0")),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ seq, column, text }) => {
        const member = await createChain();
        await tamper(`UPDATE audit_log SET ${column} = $2 WHERE org_id = $1 AND seq = ${seq}`, [
          member.orgId,
          `changed ${text}`,
        ]);
        expect((await verify(member)).broken).toEqual({ seq, why: "changed" });
      }),
      { numRuns: 12 },
    );
  });

  /** Cuts so that the head agrees with what is left. */
  async function cutWithHead(member: TestMember, last: number): Promise<void> {
    await tamper(
      `DELETE FROM audit_values WHERE org_id = $1 AND seq > ${last};
       DELETE FROM audit_log WHERE org_id = $1 AND seq > ${last};
       UPDATE audit_heads h SET seq = l.seq, hash = l.hash
         FROM audit_log l WHERE l.org_id = h.org_id AND h.org_id = $1 AND l.seq = ${last}`,
      [member.orgId],
    );
  }
});

describe("[5.3] nobody changes what was written", () => {
  test.each([
    "UPDATE audit_values SET salt = 'x'",
    "TRUNCATE audit_values",
    "DELETE FROM audit_heads",
    "TRUNCATE audit_heads",
    "UPDATE audit_heads SET seq = seq - 1",
    "UPDATE audit_heads SET hash = 'x'",
  ])("neither the app nor the owner: %s", async (statement) => {
    const member = await createChain();
    await expect(database.owner.query(statement)).rejects.toThrow("append-only");
    const { db } = member.context("dashboard.view");
    await expect(db.write([db.orm.execute(statement)])).rejects.toThrow();
    expect(await verify(member)).toMatchObject({ checked: ROWS, broken: null });
  });
});

describe("the chain of another organization", () => {
  const inOrg = async (member: TestMember, text: string, values: unknown[] = []) => {
    const client = await database.owner.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.org_id', $1, true)", [member.orgId]);
      const { rows } = await client.query(text, values);
      await client.query("COMMIT");
      return rows[0];
    } finally {
      client.release();
    }
  };

  test("that is longer says nothing of where this one ends", async () => {
    const mine = await createChain();
    const other = await createChain();
    await act(other, ROWS + 1);
    const { answer } = await inOrg(mine, "SELECT audit_verify_page(0, $1) AS answer", [ROWS]);
    expect(answer).toMatchObject({ checked: ROWS, isEnd: true, broken: null });
  });

  test("keeps its values when this one's are erased, and the other way round", async () => {
    const mine = await createChain();
    const other = await createChain();
    const erase = "SELECT audit_erase_values($1) AS answer";
    expect(await inOrg(mine, erase, [[other.userId]])).toEqual({ answer: 0 });
    expect((await inOrg(mine, erase, [[mine.userId]])).answer).toBe(ROWS - 2);
    const left = await database.owner.query("SELECT org_id FROM audit_values WHERE org_id = ANY ($1)", [
      [mine.orgId, other.orgId],
    ]);
    expect(new Set(left.rows.map(({ org_id }) => org_id))).toEqual(new Set([other.orgId]));
  });
});
