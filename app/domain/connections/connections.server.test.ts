import { describe, expect, test } from "vitest";
import { open } from "~/lib/sealed-box";
import { createMember, TEST_KEYRING, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { getConnection, listConnections } from "./connections-queries.server";
import { createConnection } from "./create-connection.server";
import { pauseConnection } from "./pause-connection.server";
import { removeConnection } from "./remove-connection.server";
import { renameConnection } from "./rename-connection.server";
import { resumeConnection } from "./resume-connection.server";
import { revealSecret } from "./reveal-secret.server";
import { rotateSecret } from "./rotate-secret.server";
import { secretPlace } from "./secret-place";

const database = await createTestDatabase();
const aina = await createMember(database, { name: "Aina" });
const stranger = await createMember(database, { name: "Boon" });

const manage = (member: TestMember = aina) => member.context("connections.manage");
const view = (member: TestMember = aina) => member.context("connections.view");

async function connect(name: string, shopAddress: string | null = null): Promise<string> {
  const { connectionId } = await createConnection(manage(), { platform: "woocommerce", name, shopAddress });
  return connectionId;
}

async function rowOf(connectionId: string) {
  const { rows } = await database.owner.query("SELECT * FROM connections WHERE id = $1", [connectionId]);
  return rows[0];
}

async function actsOf(connectionId: string): Promise<string[]> {
  const { rows } = await database.owner.query(
    "SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY seq",
    [connectionId],
  );
  return rows.map((row) => row.action);
}

const newest = () => aina.configs.at(-1);

describe("connecting a shop", () => {
  test("makes the shop, the connection, a sealed secret and an act, and tells the inbox", async () => {
    const id = await connect("Kedai Aina", "kedai-aina.my");
    const row = await rowOf(id);
    expect(row).toMatchObject({
      state: "waiting",
      name: "Kedai Aina",
      config_version: 1,
      org_id: aina.orgId,
    });
    const { rows } = await database.owner.query(
      "SELECT name, external_id, currency FROM shops WHERE id = $1",
      [row.shop_id],
    );
    expect(rows).toEqual([{ name: "Kedai Aina", external_id: "kedai-aina.my", currency: "MYR" }]);
    expect(await actsOf(id)).toEqual(["connection.created"]);
    expect(newest()).toMatchObject({ connectionId: id, isEnabled: true, shopExternalId: "kedai-aina.my" });
    const waiting = await database.owner.query("SELECT FROM inbox_pushes WHERE connection_id = $1", [id]);
    expect(waiting.rowCount).toBe(0);
  });

  test("[3.2b] keeps the secret as AES-256-GCM, which opens for this connection alone", async () => {
    const row = await rowOf(await connect("Sealed"));
    const [secret] = row.secrets;
    expect(secret.sealed).toMatch(/^sealed\.1\./);
    const place = secretPlace(aina.orgId, row.id, secret.id);
    expect(await open(TEST_KEYRING, secret.sealed, place)).toMatch(/^[A-Za-z0-9]{48}$/);
    const elsewhere = secretPlace(stranger.orgId, row.id, secret.id);
    await expect(open(TEST_KEYRING, secret.sealed, elsewhere)).rejects.toThrow("tampered");
  });

  test("takes the secret that Shopify made", async () => {
    const { connectionId } = await createConnection(manage(), {
      platform: "shopify",
      name: "Shopify",
      shopAddress: null,
      secret: "0123456789abcdef0123456789abcdef",
    });
    const { secret } = await revealSecret(manage(), { connectionId });
    expect(secret).toBe("0123456789abcdef0123456789abcdef");
  });

  test("on Shopify can begin without the secret, which Shopify shows later", async () => {
    const { connectionId } = await createConnection(manage(), {
      platform: "shopify",
      name: "Later",
      shopAddress: null,
    });
    expect(await getConnection(view(), { connectionId })).toMatchObject({ secretId: null });
    await rotateSecret(manage(), { connectionId, oldSecret: "end", secret: "0123456789abcdef" });
    expect(await getConnection(view(), { connectionId })).toMatchObject({ secretId: expect.any(String) });
    expect(newest()?.secrets).toHaveLength(1);
  });

  test("takes no secret that is none of the platform's, and keeps the one it has", async () => {
    const made = {
      platform: "shopify",
      name: "Kept",
      shopAddress: null,
      secret: "0123456789abcdef",
    } as const;
    const { connectionId } = await createConnection(manage(), made);
    for (const [secret, message] of [
      ["short", "connections:errors.secretWrong"],
      [undefined, "connections:errors.secretMissing"],
    ] as const) {
      await expect(rotateSecret(manage(), { connectionId, oldSecret: "end", secret })).rejects.toMatchObject({
        fields: { secret: message },
      });
    }
    expect(await revealSecret(manage(), { connectionId })).toEqual({ secret: made.secret });
  });

  test("goes on with a shop that is known from an earlier connection", async () => {
    const first = await connect("First", "again.my");
    await removeConnection(manage(), { connectionId: first });
    const second = await connect("Second", "again.my");
    expect((await rowOf(second)).shop_id).toBe((await rowOf(first)).shop_id);
  });

  test("refuses a shop that has a connection already, and says which", async () => {
    await connect("Busy", "busy.my");
    await expect(connect("Twice", "busy.my")).rejects.toMatchObject({
      code: "conflict",
      values: { name: "Busy" },
    });
  });

  test("stands when the inbox cannot be reached: the outbox keeps it for the sweep", async () => {
    const inboxes = { configure: () => Promise.reject(new Error("no answer")) };
    const print = console.error;
    console.error = () => undefined;
    const { ports } = aina.context("connections.manage");
    const ctx = aina.context("connections.manage", { ports: { ...ports, inboxes } });
    const { connectionId } = await createConnection(ctx, {
      platform: "woocommerce",
      name: "Later",
      shopAddress: null,
    });
    console.error = print;
    const { rows } = await database.owner.query("SELECT version FROM inbox_pushes WHERE connection_id = $1", [
      connectionId,
    ]);
    expect(rows).toEqual([{ version: 1 }]);
  });
});

describe("a connection's life", () => {
  test("a rename is written and shown", async () => {
    const connectionId = await connect("Old name");
    await renameConnection(manage(), { connectionId, name: "New name" });
    expect((await getConnection(view(), { connectionId })).name).toBe("New name");
    expect(await actsOf(connectionId)).toEqual(["connection.created", "connection.renamed"]);
  });

  test("paused turns deliveries away, resumed waits again", async () => {
    const connectionId = await connect("Pause");
    await pauseConnection(manage(), { connectionId });
    expect(newest()).toMatchObject({ connectionId, isEnabled: false, version: 2 });
    await resumeConnection(manage(), { connectionId });
    expect(newest()).toMatchObject({ connectionId, isEnabled: true, version: 3 });
    expect((await rowOf(connectionId)).state).toBe("waiting");
  });

  test("removed, its secrets are gone and its address is off", async () => {
    const connectionId = await connect("Gone");
    await removeConnection(manage(), { connectionId });
    expect(await rowOf(connectionId)).toMatchObject({ state: "removed", secrets: [] });
    expect(newest()).toMatchObject({ connectionId, isEnabled: false, secrets: [] });
    const names = (await listConnections(view())).map((one) => one.name);
    expect(names).not.toContain("Gone");
    await expect(revealSecret(manage(), { connectionId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("[5.4] removed, its delivery log stays", async () => {
    const connectionId = await connect("Logged");
    await database.owner.query(
      `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, dedupe_key, outcome, body_bytes)
       VALUES ($1, gen_random_uuid(), now(), $2, 'order.created', 'k', 'applied', 2)`,
      [aina.orgId, connectionId],
    );
    await removeConnection(manage(), { connectionId });
    const { rowCount } = await database.owner.query("SELECT FROM deliveries WHERE connection_id = $1", [
      connectionId,
    ]);
    expect(rowCount).toBe(1);
  });
});

describe("a connection's secret", () => {
  test("is shown only after that was written down", async () => {
    const connectionId = await connect("Reveal");
    const { secret } = await revealSecret(manage(), { connectionId });
    expect(secret).toMatch(/^[A-Za-z0-9]{48}$/);
    expect(await actsOf(connectionId)).toEqual(["connection.created", "connection.secret_revealed"]);
  });

  test("[3.2d] rotates with an overlap: the new one counts, the old one for three more days", async () => {
    const connectionId = await connect("Rotate");
    const before = await revealSecret(manage(), { connectionId });
    await rotateSecret(manage(), { connectionId, oldSecret: "keep" });
    expect((await revealSecret(manage(), { connectionId })).secret).not.toBe(before.secret);
    const [current, old] = (await rowOf(connectionId)).secrets;
    expect(current.expiresAt).toBeNull();
    const days = (Date.parse(old.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThanOrEqual(3);
    expect(newest()?.secrets).toHaveLength(2);
  });

  test("rotates at once when the old one is no longer to be trusted", async () => {
    const connectionId = await connect("Leaked");
    await rotateSecret(manage(), { connectionId, oldSecret: "end" });
    expect((await rowOf(connectionId)).secrets).toHaveLength(1);
  });

  test("never leaves more than one old secret", async () => {
    const connectionId = await connect("Often");
    for (let i = 0; i < 3; i += 1) await rotateSecret(manage(), { connectionId, oldSecret: "keep" });
    expect((await rowOf(connectionId)).secrets).toHaveLength(2);
  });

  test("of a platform that makes its own must be brought", async () => {
    const { connectionId } = await createConnection(manage(), {
      platform: "shopify",
      name: "Brought",
      shopAddress: null,
      secret: "0123456789abcdef",
    });
    await expect(rotateSecret(manage(), { connectionId, oldSecret: "keep" })).rejects.toMatchObject({
      code: "invalid",
    });
    await rotateSecret(manage(), { connectionId, oldSecret: "keep", secret: "fedcba9876543210" });
    expect((await revealSecret(manage(), { connectionId })).secret).toBe("fedcba9876543210");
  });

  test("rotated by two at once: the later one is told to look again", async () => {
    const connectionId = await connect("Race");
    const later = manage();
    const write = later.db.write.bind(later.db);
    // Between reading and writing, somebody else is faster.
    Object.assign(later.db, {
      write: async (queries: Parameters<typeof write>[0]) => {
        await rotateSecret(manage(), { connectionId, oldSecret: "end" });
        return write(queries);
      },
    });
    const rotation = rotateSecret(later, { connectionId, oldSecret: "end" });
    await expect(rotation).rejects.toMatchObject({ code: "conflict" });
    expect(await actsOf(connectionId)).toEqual(["connection.created", "connection.secret_rotated"]);
  });
});

describe("another organization's connection", () => {
  const operations = {
    get: (connectionId: string) => getConnection(view(stranger), { connectionId }),
    rename: (connectionId: string) => renameConnection(manage(stranger), { connectionId, name: "Mine" }),
    pause: (connectionId: string) => pauseConnection(manage(stranger), { connectionId }),
    remove: (connectionId: string) => removeConnection(manage(stranger), { connectionId }),
    reveal: (connectionId: string) => revealSecret(manage(stranger), { connectionId }),
    rotate: (connectionId: string) => rotateSecret(manage(stranger), { connectionId, oldSecret: "end" }),
  };

  test.each(Object.entries(operations))("%s is not found, and the row is untouched", async (_name, run) => {
    const connectionId = await connect("Foreign");
    const before = await rowOf(connectionId);
    await expect(run(connectionId)).rejects.toMatchObject({ code: "not_found" });
    expect(await rowOf(connectionId)).toEqual(before);
    expect(await actsOf(connectionId)).toEqual(["connection.created"]);
  });

  test("resume is not found", async () => {
    const connectionId = await connect("Foreign pause");
    await pauseConnection(manage(), { connectionId });
    await expect(resumeConnection(manage(stranger), { connectionId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await rowOf(connectionId)).state).toBe("paused");
  });

  test("is not in the list", async () => {
    await connect("Only ours");
    expect(await listConnections(view(stranger))).toEqual([]);
  });
});

describe("a role without the permission", () => {
  test("may look at connections but not at a secret", async () => {
    const analyst = await createMember(database, { organization: aina, role: "analyst" });
    const connectionId = await connect("Analyst");
    await expect(getConnection(view(analyst), { connectionId })).resolves.toMatchObject({ name: "Analyst" });
    await expect(revealSecret(manage(analyst), { connectionId })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await actsOf(connectionId)).toEqual(["connection.created"]);
  });
});
