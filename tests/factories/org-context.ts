import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { openHttp } from "~/db/client";
import { OrgDb } from "~/db/org-db";
import { inOrgTransaction } from "~/db/org-transaction";
import { RequestBatch } from "~/db/request-batch";
import { POLICY_VERSION } from "~/domain/accounts/privacy-policy";
import type { InboxConfig, JobPort, OrgContext, ShopsPort } from "~/domain/context";
import type { Permission, Role } from "~/domain/organizations/permissions";
import { shopFetch } from "~/integrations/shop-api/shop-fetch";
import type { Keyring } from "~/lib/keyring";
import { FakeShops } from "../../dev/fakes/fake-shops";
import type { TestDatabase } from "../setup/database";
import { createAccountsContext, type TestAccounts } from "./accounts-context";
import { createAnchors } from "./anchors";
import { createMemoryArchive, type MemoryArchive } from "./memory-archive";

export const TEST_KEYRING: Keyring = { current: 1, keys: new Map([[1, new Uint8Array(32).fill(7)]]) };

export type TestMember = {
  orgId: string;
  slug: string;
  userId: string;
  sessionId: string;
  email: string;
  /** What the inboxes were told, oldest first. */
  configs: InboxConfig[];
  /** The member's mailer, limits and closed screens. */
  outside: TestAccounts;
  /** Jobs that a worker was asked to go on with, oldest first. */
  woken: string[];
  archive: MemoryArchive;
  /** Every shop there is. */
  shops: FakeShops;
  /** A request's context, as `requireOrg` would make it; each has a batch of its own. */
  context(permission: Permission, change?: Partial<OrgContext>): OrgContext;
};

export type TestMemberOptions = {
  /** Joins this one; a new organization otherwise. */
  organization?: { orgId: string; slug: string };
  role?: Role;
  name?: string;
  timeZone?: string;
  currency?: string;
};

/** A verified user with a live session who is a member of an organization. */
export async function createMember(
  database: TestDatabase,
  options: TestMemberOptions = {},
): Promise<TestMember> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  const email = `${userId}@example.com`;
  const { orgId, slug } = options.organization ?? (await createOrganization(database, options));
  await database.owner.query(
    `INSERT INTO users (id, email, name, password_hash, password_scheme, email_verified_at, adult_confirmed_at,
       policy_version, policy_accepted_at)
     VALUES ($1, $2, $3, 'none', 1, now(), now(), $4, now())`,
    [userId, email, options.name ?? "Aina", POLICY_VERSION],
  );
  await database.owner.query(
    "INSERT INTO sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '8 hours')",
    [sessionId, userId],
  );
  await database.owner.query("INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, $3)", [
    orgId,
    userId,
    options.role ?? "admin",
  ]);
  const configs: InboxConfig[] = [];
  const accounts = createAccountsContext(database.url);
  const woken: string[] = [];
  const archive = createMemoryArchive();
  const shops = new FakeShops(async () => new Response());
  const jobs: JobPort = {
    inOrg: (orgId, work) => inOrgTransaction(database.url, orgId, work),
    wake: async (_orgId, jobId) => void woken.push(jobId),
  };
  const inboxes = { configure: async (config: InboxConfig) => void configs.push(config) };
  const context: TestMember["context"] = (permission, change = {}) => ({
    slug,
    permission,
    actor: { kind: "user", id: userId, sessionId, ip: "203.0.113.7" },
    db: new OrgDb(new RequestBatch(openHttp(database.url), sessionId, slug), permission),
    keyring: TEST_KEYRING,
    appUrl: accounts.appUrl,
    now: () => new Date(),
    newId: uuidv7,
    ports: { ...accounts.ports, inboxes, jobs, archive, anchors: createAnchors(), shops: shopsPortOf(shops) },
    ...change,
  });
  return {
    orgId,
    slug,
    userId,
    sessionId,
    email,
    configs,
    outside: accounts,
    woken,
    archive,
    shops,
    context,
  };
}

/** The way to fake shops, without patience. */
export function shopsPortOf(shops: FakeShops): ShopsPort {
  const sleep = async () => undefined;
  return { ask: shopFetch({ fetch: shops.fetch, sleep }), sleep, visit: (address) => address };
}

async function createOrganization(database: TestDatabase, options: TestMemberOptions) {
  const orgId = randomUUID();
  const slug = `kedai-${orgId.slice(0, 8)}`;
  await database.owner.query(
    "INSERT INTO organizations (id, slug, name, time_zone, currency) VALUES ($1, $2, 'Kedai', $3, $4)",
    [orgId, slug, options.timeZone ?? "Asia/Kuala_Lumpur", options.currency ?? "MYR"],
  );
  return { orgId, slug };
}
