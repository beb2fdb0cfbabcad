import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { generateSecret } from "~/domain/connections/generate-secret";
import { createRecoveryCodes } from "~/domain/factors/recovery-codes.server";
import { createMember } from "../factories/org-context";
import { findAuditedSecrets } from "./audited-secrets";
import { createTestDatabase } from "./database";

const database = await createTestDatabase();
const member = await createMember(database);
const { codes } = await createRecoveryCodes(member.userId);

/** What is found when an act with these facts is written, which is undone afterwards. */
async function findAfter(facts: object, typed?: string[]): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `SELECT set_config('app.org_id', $1, true),
         audit_append($2, now(), 'user', 'x', 'gremlin.fed', 'user', 'x', NULL, '{}', NULL, $3)`,
      [member.orgId, randomUUID(), JSON.stringify(facts)],
    );
    return await findAuditedSecrets(client, typed);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test.each([
  ["hash of a password", "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW"],
  ["sealed secret", "sealed.2.AAECAwQF"],
  ["signed token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.AAAA"],
  ["random text", `A1${randomBytes(32).toString("base64url").slice(2)}`],
  ["random text", `A1${generateSecret().slice(2)}`],
  ["hash of a token", randomBytes(32).toString("hex")],
  ["address with a token", "https://app.orucrm.com/invitation?token=short"],
  ["secret of an authenticator app", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"],
  ["recovery code", codes[0] ?? ""],
  ["secret of a webhook", "whsec_0123456789abcdef"],
  ["a kept secret", member.sessionId],
])("a planted %s is found in an act", async (what, secret) => {
  expect(await findAfter({ note: `it is ${secret}` })).toEqual([`gremlin.fed: ${what}`]);
});

test("a password that a test typed is found", async () => {
  expect(await findAfter({ note: "teh tarik kurang manis" }, ["teh tarik kurang manis"])).toEqual([
    "gremlin.fed: a kept secret",
  ]);
});

test("names, roles, ids of records, counts and masked emails are no secrets", async () => {
  const facts = {
    name: "Aisyah binti Rahman",
    role: "admin",
    id: randomUUID(),
    rows: 12,
    email: "s•••@g•••.com",
  };
  expect(await findAfter(facts)).toEqual([]);
});
