import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openHttp } from "~/db/client";
import { parseKeyring } from "~/lib/keyring";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { resealTotpSecrets } from "./reseal-totp-secrets.server";
import { openTotpSecret, sealTotpSecret } from "./totp-secret.server";

const key = (version: number) => `${version}:${Buffer.alloc(32, version).toString("base64")}`;
const first = parseKeyring(key(1));
const both = parseKeyring(`${key(1)},${key(2)}`);
const second = parseKeyring(key(2));

const database = await createTestDatabase();
const db = openHttp(database.url);

beforeEach(() => database.owner.query("DELETE FROM totp_factors"));

const secretOf = (i: number) => new Uint8Array(20).fill(i);

async function addSecret(i: number): Promise<string> {
  const { userId } = await createMember(database);
  const id = randomUUID();
  const sealed = await sealTotpSecret({ keyring: first }, id, secretOf(i));
  await database.owner.query(
    "INSERT INTO totp_factors (user_id, id, sealed, confirmed_at) VALUES ($1, $2, $3, now())",
    [userId, id, sealed],
  );
  return id;
}

async function sealedOf(id: string): Promise<string> {
  const { rows } = await database.owner.query("SELECT sealed FROM totp_factors WHERE id = $1", [id]);
  return rows[0].sealed;
}

const reseal = (change = {}) =>
  resealTotpSecrets({ db, keyring: both, batchSize: 2, maxBatches: 100, ...change });

describe("sealing authenticator secrets anew", () => {
  test("[3.2d] moves every secret to the current key, so that the old key can go", async () => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push(await addSecret(i));
    expect(await reseal()).toEqual({ resealed: 5, changed: 0, unreadable: 0, isComplete: true });
    for (const [i, id] of ids.entries()) {
      const opened = await openTotpSecret({ keyring: second }, { id, sealed: await sealedOf(id) });
      expect(opened).toEqual(secretOf(i));
    }
    expect(await reseal()).toEqual({ resealed: 0, changed: 0, unreadable: 0, isComplete: true });
  });

  test("may stop anywhere, and goes on with the rest", async () => {
    for (let i = 0; i < 3; i++) await addSecret(i);
    expect(await reseal({ maxBatches: 1 })).toMatchObject({ resealed: 2, isComplete: false });
    expect(await reseal()).toMatchObject({ resealed: 1, isComplete: true });
  });

  test("leaves a secret that no listed key opens as it is, and logs it", async () => {
    const written = vi.spyOn(console, "error").mockImplementation(() => {});
    const id = await addSecret(1);
    const before = await sealedOf(id);
    expect(await reseal({ keyring: second })).toMatchObject({ resealed: 0, unreadable: 1, isComplete: true });
    expect(await sealedOf(id)).toBe(before);
    expect(written).toHaveBeenCalledOnce();
    written.mockRestore();
  });
});
