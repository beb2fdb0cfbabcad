import { expect, test } from "vitest";
import type { ProofSettings } from "~/connectors/generic/proof-settings";
import { standardKey } from "~/connectors/generic/standard-key";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { changeProof } from "./change-proof.server";
import { createConnectionSchema } from "./connections.schema";
import { getConnection } from "./connections-queries.server";
import { createConnection } from "./create-connection.server";
import { revealSecret } from "./reveal-secret.server";
import { rotateSecret } from "./rotate-secret.server";

const database = await createTestDatabase();
const aina = await createMember(database);
const stranger = await createMember(database);
const manage = (member: TestMember = aina) => member.context("connections.manage");

const connect = async (form: Record<string, unknown>) =>
  (await createConnection(manage(), createConnectionSchema.parse({ name: "Kedai", ...form }))).connectionId;
const secretOf = async (connectionId: string) => (await revealSecret(manage(), { connectionId })).secret;
const proofOf = async (connectionId: string) =>
  (await getConnection(aina.context("connections.view"), { connectionId })).proof;

const STANDARD: ProofSettings = { kind: "standard" };
const TOKEN: ProofSettings = { kind: "token", header: "x-token" };

test("a connection begins with the proof that was chosen, or its platform's usual one", async () => {
  expect(await proofOf(await connect({ platform: "generic" }))).toEqual({ kind: "address" });
  expect(await proofOf(await connect({ platform: "theboss" }))).toMatchObject({ kind: "token" });
  expect(await proofOf(await connect({ platform: "woocommerce", proof: TOKEN }))).toBeNull();
  const id = await connect({ platform: "generic", proof: STANDARD });
  expect(await proofOf(id)).toEqual(STANDARD);
  expect(standardKey(await secretOf(id))).toHaveLength(36);
  expect(aina.configs.at(-1)).toMatchObject({ settings: { proof: STANDARD, mapping: null } });
});

test("a secret may be brought or is made, and has the form that its proof asks for", async () => {
  const id = await connect({ platform: "generic", proof: TOKEN, secret: "rahsia-sistem" });
  expect(await secretOf(id)).toBe("rahsia-sistem");
  await rotateSecret(manage(), { connectionId: id, oldSecret: "end" });
  expect(await secretOf(id)).toMatch(/^[A-Za-z0-9]{48}$/);
  const wrong = { platform: "generic", name: "Kedai", proof: STANDARD, secret: "tidak!base64" };
  expect(createConnectionSchema.safeParse(wrong).error?.issues[0]?.path).toEqual(["secret"]);
});

test("another proof counts at once; the secret stays where it still fits", async () => {
  const id = await connect({ platform: "generic", proof: TOKEN });
  const secret = await secretOf(id);
  await changeProof(manage(), { connectionId: id, proof: { kind: "basic", username: "kedai" } });
  expect(await secretOf(id)).toBe(secret);
  expect(aina.configs.at(-1)).toMatchObject({ version: 2, settings: { proof: { kind: "basic" } } });
  await changeProof(manage(), { connectionId: id, proof: STANDARD });
  expect(await secretOf(id)).toMatch(/^whsec_/);
  const { rows } = await database.owner.query(
    "SELECT facts FROM audit_log WHERE subject_id = $1 AND action = 'connection.proof_changed' ORDER BY seq",
    [id],
  );
  expect(rows.map(({ facts }) => facts.proof)).toEqual(["basic", "standard"]);
});

test("refuses a secret of the wrong form, a platform that decides itself, and another organization's connection", async () => {
  const id = await connect({ platform: "generic", proof: TOKEN });
  await expect(
    changeProof(manage(), { connectionId: id, proof: STANDARD, secret: "tidak!base64" }),
  ).rejects.toMatchObject({ code: "invalid", fields: { secret: expect.anything() } });
  const woo = await connect({ platform: "woocommerce" });
  await expect(changeProof(manage(), { connectionId: woo, proof: TOKEN })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(changeProof(manage(stranger), { connectionId: id, proof: STANDARD })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await proofOf(id)).toEqual(TOKEN);
});
