import { describe, expect, test, vi } from "vitest";
import type { Keys } from "~/connectors/api/keys.schema";
import { openHttp } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { parseKeyring } from "~/lib/keyring";
import { createConnectedShop } from "../../../../tests/factories/connected-shop";
import { createJobTools } from "../../../../tests/factories/job-tools";
import { createMember, TEST_KEYRING, type TestMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { doorOf, jobDoorOf } from "./credentials-door";
import { keepCredentials, keepRefreshed } from "./keep-credentials.server";
import { markCredentialsBroken, markCredentialsUsed } from "./mark-credentials.server";
import { openCredentials } from "./open-credentials.server";
import { resealCredentials } from "./reseal-credentials.server";

const database = await createTestDatabase();
const { owner } = database;
const db = openHttp(database.url);
const run = (text: string, values: unknown[]) => owner.query(text, values);

const KEYS: Keys = { kind: "woocommerce", consumerKey: "ck_1", consumerSecret: "cs_1" };
const OLD = "1:BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
const NEW = `2:${Buffer.alloc(32, 2).toString("base64")}`;

async function connect(member?: TestMember) {
  const org = member ?? (await createMember(database));
  const shop = await createConnectedShop(run, { orgId: org.orgId, externalId: "kedai.example.com" });
  const door = () => doorOf(org.context("connections.manage"));
  const keep = (keys = KEYS) =>
    keepCredentials(org.context("connections.manage"), {
      ...{ connectionId: shop.connectionId, keys, scopes: ["read", "write"], way: "pasted" },
      account: "kedai.example.com",
    });
  return { org, door, keep, connectionId: shop.connectionId };
}

async function rowOf(connectionId: string) {
  const query = "SELECT * FROM connection_credentials WHERE connection_id = $1";
  return (await owner.query(query, [connectionId])).rows[0];
}

async function actsOf(orgId: string) {
  const query = "SELECT action, facts FROM audit_log WHERE org_id = $1 ORDER BY seq";
  return (await owner.query(query, [orgId])).rows;
}

describe("a connection's credentials", () => {
  test("are kept sealed, with their act, and open in a request and in a job alike", async () => {
    const { org, door, keep, connectionId } = await connect();
    expect(await openCredentials(door(), connectionId)).toBeNull();
    await keep();
    const opened = await openCredentials(door(), connectionId);
    expect(opened).toMatchObject({ keys: KEYS, account: "kedai.example.com", scopes: ["read", "write"] });
    const tools = { ...createJobTools(database), db: new JobDb(db, org.orgId) };
    expect(await openCredentials(jobDoorOf(tools, org.orgId), connectionId)).toEqual(opened);
    expect(JSON.stringify(await rowOf(connectionId))).not.toContain("ck_1");
    const facts = { platform: "woocommerce", account: "kedai.example.com", way: "pasted" };
    expect(await actsOf(org.orgId)).toEqual([{ action: "connection.keys_kept", facts }]);
  });

  test("of another organization are neither read, kept nor marked", async () => {
    const [own, other] = [await connect(), await connect()];
    await own.keep();
    const before = await rowOf(own.connectionId);
    expect(await openCredentials(other.door(), own.connectionId)).toBeNull();
    const foreign = keepCredentials(other.org.context("connections.manage"), {
      ...{
        connectionId: own.connectionId,
        keys: KEYS,
        scopes: [],
        account: "evil.example.com",
        way: "pasted",
      },
    });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    await markCredentialsBroken(other.door(), own.connectionId, "shopAccess:refusals.keys_refused");
    expect(await rowOf(own.connectionId)).toEqual(before);
  });

  test("are not kept for a removed connection, nor for one to another platform", async () => {
    const { keep, connectionId } = await connect();
    await expect(keep({ kind: "onpay", token: "t" })).rejects.toMatchObject({ code: "not_found" });
    await run("UPDATE connections SET state = 'removed', removed_at = now() WHERE id = $1", [connectionId]);
    await expect(keep()).rejects.toMatchObject({ code: "not_found" });
    expect(await rowOf(connectionId)).toBeUndefined();
  });

  test("do not open in another connection's row", async () => {
    const [first, second] = [await connect(), await connect()];
    await first.keep();
    await second.keep();
    await run(
      `UPDATE connection_credentials SET sealed = (SELECT sealed FROM connection_credentials WHERE connection_id = $1)
       WHERE connection_id = $2`,
      [first.connectionId, second.connectionId],
    );
    await expect(openCredentials(second.door(), second.connectionId)).rejects.toThrow("tampered");
  });

  test("count as broken from the first refusal on, written down once, until they work again", async () => {
    const { org, door, keep, connectionId } = await connect();
    await keep();
    await markCredentialsBroken(door(), connectionId, "shopAccess:refusals.keys_refused");
    const first = (await rowOf(connectionId)).broken_at;
    await markCredentialsBroken(door(), connectionId, "shopAccess:refusals.not_allowed");
    expect(await rowOf(connectionId)).toMatchObject({
      broken_at: first,
      broken_reason: "shopAccess:refusals.keys_refused",
    });
    expect((await actsOf(org.orgId)).map(({ action }) => action)).toEqual([
      "connection.keys_kept",
      "connection.keys_broken",
    ]);
    await markCredentialsUsed(door(), connectionId);
    expect(await rowOf(connectionId)).toMatchObject({ broken_at: null, broken_reason: null });
  });

  test("that were refreshed are kept only in place of those that were read", async () => {
    const { door, keep, connectionId } = await connect();
    await keep();
    const read = await openCredentials(door(), connectionId);
    if (!read) throw new Error("no credentials");
    await keepRefreshed(door(), read, { ...KEYS, consumerSecret: "cs_2" });
    await keepRefreshed(door(), read, { ...KEYS, consumerSecret: "cs_3" });
    const opened = await openCredentials(door(), connectionId);
    expect(opened?.keys).toMatchObject({ consumerSecret: "cs_2" });
  });
});

describe("sealing credentials anew", () => {
  const reseal = () =>
    resealCredentials({ db, keyring: parseKeyring(`${OLD},${NEW}`), batchSize: 2, maxBatches: 50 });

  test("[3.2d] moves all to the current key, so that the old one can go, and goes past what it cannot open", async () => {
    const spy = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await owner.query("DELETE FROM connection_credentials");
    const connected = [await connect(), await connect(), await connect()];
    for (const { keep } of connected) await keep();
    const [broken, ...good] = connected;
    await run("UPDATE connection_credentials SET sealed = 'sealed.1.AAAA' WHERE connection_id = $1", [
      broken?.connectionId,
    ]);
    expect(TEST_KEYRING).toEqual(parseKeyring(OLD));
    expect(await reseal()).toEqual({ resealed: 2, changed: 0, unreadable: 1, isComplete: true });
    for (const { org, connectionId } of good) {
      const context = org.context("connections.manage", { keyring: parseKeyring(NEW) });
      expect((await openCredentials(doorOf(context), connectionId))?.keys).toEqual(KEYS);
    }
    expect((await rowOf(broken?.connectionId ?? "")).sealed).toBe("sealed.1.AAAA");
    expect(spy).toHaveBeenCalledOnce();
    spy.mockRestore();
  });
});
