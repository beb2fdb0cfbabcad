import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyPassword } from "../../app/domain/accounts/password.server";
import { refusePassword } from "../../app/domain/accounts/password-policy.server";
import { OUTCOMES } from "../../app/domain/deliveries/outcomes";
import { removeSample } from "../../app/domain/organizations/remove-sample.server";
import { readHookToken } from "../../app/lib/hook-token";
import { parseKeyring } from "../../app/lib/keyring";
import { createMember } from "../../tests/factories/org-context";
import { pictureOf } from "../../tests/factories/org-picture";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { MEMBERS } from "./catalogue/members";
import type { Demo, SeedInput } from "./demo";
import { planDemo } from "./plan/plan-demo";
import { seedDemo } from "./seed";
import { applyPlan } from "./store/apply-plan";
import { ensureConnections } from "./store/connections";
import { ensureOrganization } from "./store/organization";

const NOW = new Date("2026-11-23T12:00:00.000Z");
const LATER = new Date("2026-11-24T09:00:00.000Z");
const SIZE = { buyers: 150, orders: 400 };
const key = Buffer.alloc(32, 5).toString("base64");
const keys = {
  sessionJwtKeys: `1:${key}`,
  encryptionKeys: `1:${key}`,
  hookUrlKey: key,
  shopifyAppSecret: "app secret",
};

const database = await createTestDatabase();
const interrupted = await createTestDatabase();
const inputOf = ({ owner, url }: TestDatabase): SeedInput => ({
  ownerUrl: owner.options.connectionString ?? "",
  appUrl: url,
  baseUrl: "http://localhost:5173",
  keys,
});
let demo: Demo;
let orgId: string;

beforeAll(async () => {
  demo = await seedDemo(inputOf(database), { now: NOW, size: SIZE });
  const [found] = await rows("SELECT id FROM organizations WHERE slug = $1", [demo.organization]);
  orgId = String(found?.id);
});

async function rows(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.owner.query(statement, values)).rows;
}

describe("the demo organization", () => {
  test("has a member of each role, who can log in with a password that the rules take", async () => {
    const members = await rows(
      `SELECT m.role, u.email, u.name, u.password_hash AS hash, u.password_scheme AS scheme
       FROM memberships m JOIN users u ON u.id = m.user_id WHERE u.email_verified_at IS NOT NULL`,
    );
    expect(new Set(members.map(({ role }) => role)).size).toBe(5);
    const admin = members.find(({ email }) => email === demo.email);
    expect(admin?.role).toBe("admin");
    const stored = { hash: String(admin?.hash), scheme: Number(admin?.scheme) };
    expect((await verifyPassword(demo.password, stored, 10)).isRight).toBe(true);
    for (const { email, name } of MEMBERS) expect(refusePassword(demo.password, [email, name])).toBeNull();
  });

  test("is marked as sample throughout", async () => {
    for (const table of [
      "shops",
      "connections",
      "orders",
      "customers",
      "products",
      "subscriptions",
      "checkouts",
    ]) {
      const [counted] = await rows(
        `SELECT count(*)::int AS all, count(*) FILTER (WHERE is_sample)::int AS sample FROM ${table}`,
      );
      expect(counted?.all).toBeGreaterThan(0);
      expect(counted?.sample).toBe(counted?.all);
    }
  });

  test("has deliveries of every outcome, and two live connections that flag nothing", async () => {
    const outcomes = await rows("SELECT DISTINCT outcome FROM deliveries");
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([...OUTCOMES].sort());
    expect(await rows("SELECT state, mismatched_shop FROM connections")).toEqual([
      { state: "live", mismatched_shop: null },
      { state: "live", mismatched_shop: null },
    ]);
  });

  test("names its connections by addresses that the app's key made, and leaves their inboxes word", async () => {
    const tokens = demo.connections.map(({ webhookUrl }) => webhookUrl.split("/").at(-1) ?? "");
    const ids = await Promise.all(tokens.map((token) => readHookToken(keys.hookUrlKey, token)));
    const waiting = await rows("SELECT connection_id FROM inbox_pushes");
    expect(waiting.map((row) => row.connection_id).sort()).toEqual(ids.sort());
    expect(demo.connections.every(({ secret }) => secret.length >= 32)).toBe(true);
  });

  test("keeps no session of whoever made it", async () => {
    expect(await rows("SELECT * FROM sessions")).toEqual([]);
  });

  test("has roll-ups that equal a recount", async () => {
    const wrong = await rows(
      `SELECT c.id FROM customers c
       LEFT JOIN (SELECT customer_id, count(*)::int AS orders, sum(total_minor - refunded_minor) AS net
                  FROM orders WHERE is_revenue GROUP BY 1) o ON o.customer_id = c.id
       LEFT JOIN (SELECT customer_id, min(placed_at) AS first, max(placed_at) AS last
                  FROM orders WHERE NOT is_test GROUP BY 1) p ON p.customer_id = c.id
       LEFT JOIN customer_spend s ON s.customer_id = c.id
       WHERE c.orders_count <> coalesce(o.orders, 0) OR coalesce(s.net_minor, 0) <> coalesce(o.net, 0)
         OR c.first_order_at IS DISTINCT FROM p.first OR c.last_order_at IS DISTINCT FROM p.last`,
    );
    expect(wrong).toEqual([]);
  });
});

describe("a second run", () => {
  test("changes nothing, also on another day", async () => {
    const before = await pictureOf(database.owner, orgId);
    const log = await rows("SELECT * FROM deliveries ORDER BY id");
    expect(await seedDemo(inputOf(database), { now: LATER, size: SIZE })).toEqual(demo);
    expect(await pictureOf(database.owner, orgId)).toEqual(before);
    expect(await rows("SELECT * FROM deliveries ORDER BY id")).toEqual(log);
  });

  test("completes a run that was interrupted, to what one run makes", async () => {
    const input = inputOf(interrupted);
    const half = await seedHalf(input);
    await seedDemo(input, { now: LATER, size: SIZE });
    expect(await pictureOf(interrupted.owner, half)).toEqual(await pictureOf(database.owner, orgId));
  });
});

/** As a start that was killed in the middle; answers the organization's id. */
async function seedHalf({ ownerUrl, appUrl }: SeedInput): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const keyring = parseKeyring(keys.encryptionKeys);
  const organization = await ensureOrganization(owner, NOW);
  const connections = await ensureConnections({
    owner,
    appUrl,
    keyring,
    organization,
    connectedAt: new Date("2026-07-01T00:00:00.000Z"),
  });
  const plan = planDemo(NOW, SIZE);
  const half = plan.slice(0, Math.floor(plan.length / 2));
  await applyPlan({ owner, appUrl, keyring, orgId: organization.orgId, connections }, half);
  await owner.end();
  return organization.orgId;
}

test("one click removes all of it and leaves the members", async () => {
  const member = await createMember(database, { organization: { orgId, slug: demo.organization } });
  let isDone = false;
  for (let call = 0; !isDone && call < 20; call += 1) {
    ({ isDone } = await removeSample(member.context("sample.remove")));
  }
  expect(isDone).toBe(true);
  for (const table of [
    "shops",
    "connections",
    "orders",
    "order_items",
    "customers",
    "identities",
    "consents",
  ]) {
    expect(await rows(`SELECT * FROM ${table}`)).toEqual([]);
  }
  for (const table of [
    "products",
    "subscriptions",
    "checkouts",
    "refunds",
    "removals",
    "deliveries",
    "tombstones",
    "inbox_pushes",
  ]) {
    expect(await rows(`SELECT * FROM ${table}`)).toEqual([]);
  }
  expect(await rows("SELECT email FROM users WHERE email = $1", [demo.email])).toHaveLength(1);
});
