import { beforeEach, describe, expect, test, vi } from "vitest";
import { openHttp } from "~/db/client";
import type { SealedSecret } from "~/db/schema/connections";
import { type Keyring, parseKeyring } from "~/lib/keyring";
import { open, seal } from "~/lib/sealed-box";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import { resealSecrets } from "./reseal-secrets.server";
import { secretPlace } from "./secret-place";

const key = (version: number) => `${version}:${Buffer.alloc(32, version).toString("base64")}`;
const first = parseKeyring(key(1));
const both = parseKeyring(`${key(1)},${key(2)}`);
const second = parseKeyring(key(2));

const database = await createTestDatabase();
const db = openHttp(database.url);
const run = (text: string, values: unknown[]) => database.owner.query(text, values);

beforeEach(async () => {
  await database.owner.query("DELETE FROM organizations");
});

/** A connection with as many secrets as texts, sealed under `keyring`. */
async function addConnection(texts: string[], keyring: Keyring = first): Promise<ConnectedShop> {
  const shop = await createConnectedShop(run);
  const secrets = await Promise.all(
    texts.map(async (text, index) => {
      const id = `s${index}`;
      const sealed = await seal(keyring, text, secretPlace(shop.orgId, shop.connectionId, id));
      return { id, sealed, expiresAt: index === 0 ? null : "2026-12-01T00:00:00.000Z" };
    }),
  );
  await run("UPDATE connections SET secrets = $2::jsonb WHERE id = $1", [
    shop.connectionId,
    JSON.stringify(secrets),
  ]);
  return shop;
}

async function secretsOf({ connectionId }: ConnectedShop): Promise<SealedSecret[]> {
  return (await run("SELECT secrets FROM connections WHERE id = $1", [connectionId])).rows[0].secrets;
}

const opened = async (shop: ConnectedShop, keyring: Keyring) =>
  Promise.all(
    (await secretsOf(shop)).map(({ id, sealed }) =>
      open(keyring, sealed, secretPlace(shop.orgId, shop.connectionId, id)),
    ),
  );

const reseal = (keyring = both, change = {}) =>
  resealSecrets({ db, keyring, batchSize: 2, maxBatches: 100, ...change });

describe("sealing secrets anew", () => {
  test("[3.2d] moves every secret to the current key, so that the old key can go", async () => {
    const shops = [];
    for (let i = 0; i < 5; i++) shops.push(await addConnection([`secret-${i}`, `older-${i}`]));
    expect(await reseal()).toEqual({ resealed: 5, changed: 0, unreadable: 0, isComplete: true });
    for (const [i, shop] of shops.entries()) {
      expect(await opened(shop, second)).toEqual([`secret-${i}`, `older-${i}`]);
      expect((await secretsOf(shop)).map((secret) => secret.expiresAt)).toEqual([
        null,
        "2026-12-01T00:00:00.000Z",
      ]);
    }
    expect(await reseal()).toEqual({ resealed: 0, changed: 0, unreadable: 0, isComplete: true });
  });

  test("[3.2d] stops after its batches and goes on with the rest", async () => {
    for (let i = 0; i < 5; i++) await addConnection([`secret-${i}`]);
    expect(await reseal(both, { maxBatches: 1 })).toMatchObject({ resealed: 2, isComplete: false });
    expect(await reseal(both, { maxBatches: 1 })).toMatchObject({ resealed: 2, isComplete: false });
    expect(await reseal(both, { maxBatches: 1 })).toMatchObject({ resealed: 1, isComplete: true });
  });

  test("touches only what is under another key, and only that secret", async () => {
    const fresh = await addConnection(["fresh"], both);
    const before = await secretsOf(fresh);
    const mixed = await addConnection(["old"]);
    const current = await seal(both, "new", secretPlace(mixed.orgId, mixed.connectionId, "s9"));
    await run("UPDATE connections SET secrets = secrets || $2::jsonb WHERE id = $1", [
      mixed.connectionId,
      JSON.stringify([{ id: "s9", sealed: current, expiresAt: null }]),
    ]);
    expect(await reseal()).toMatchObject({ resealed: 1 });
    expect(await secretsOf(fresh)).toEqual(before);
    expect((await secretsOf(mixed))[1]?.sealed).toBe(current);
    expect(await opened(mixed, second)).toEqual(["old", "new"]);
  });

  test("tells the inbox, and writes one act of the job without any secret", async () => {
    const shop = await addConnection(["secret"]);
    await reseal();
    const pushes = await run("SELECT version FROM inbox_pushes WHERE connection_id = $1", [
      shop.connectionId,
    ]);
    expect(pushes.rows).toEqual([{ version: 2 }]);
    const acts = await run("SELECT actor_kind, actor_id, action, facts FROM audit_log WHERE org_id = $1", [
      shop.orgId,
    ]);
    expect(acts.rows).toEqual([
      {
        actor_kind: "job",
        actor_id: "reseal-secrets",
        action: "connection.secrets_resealed",
        facts: { keyVersion: 2 },
      },
    ]);
  });

  test("[3.2b] never overwrites what it cannot open, and goes past it", async () => {
    const spy = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const good = [await addConnection(["a"]), await addConnection(["b"]), await addConnection(["c"])];
    const swapped = await addConnection(["d"]);
    // A copy of another connection's secret: it must not open here.
    const [victim] = good;
    const copied = victim ? await secretsOf(victim) : [];
    await run("UPDATE connections SET secrets = $2::jsonb WHERE id = $1", [
      swapped.connectionId,
      JSON.stringify(copied),
    ]);
    expect(await reseal(both, { batchSize: 1 })).toEqual({
      resealed: 3,
      changed: 0,
      unreadable: 1,
      isComplete: true,
    });
    expect(await secretsOf(swapped)).toEqual(copied);
    expect(spy).toHaveBeenCalledOnce();
    expect(String(spy.mock.calls[0])).not.toContain(copied[0]?.sealed);
    spy.mockRestore();
  });

  test("leaves a connection alone that was changed meanwhile", async () => {
    const shop = await addConnection(["old"]);
    const before = await secretsOf(shop);
    const [row] = (
      await run("SELECT replace_sealed_secrets($1, $2, 7, '[]', 2) AS replaced", [
        shop.orgId,
        shop.connectionId,
      ])
    ).rows;
    expect(row).toEqual({ replaced: false });
    expect(await secretsOf(shop)).toEqual(before);
  });

  test("keeps other organizations' connections out of one another's reach", async () => {
    const one = await addConnection(["one"]);
    const other = await addConnection(["other"]);
    const [row] = (
      await run("SELECT replace_sealed_secrets($1, $2, 1, '[]', 2) AS replaced", [
        one.orgId,
        other.connectionId,
      ])
    ).rows;
    expect(row).toEqual({ replaced: false });
    expect(await opened(other, first)).toEqual(["other"]);
  });
});
