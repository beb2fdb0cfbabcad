import { randomUUID } from "node:crypto";
import type pg from "pg";
import * as z from "zod";
import { hashPassword, type StoredPassword } from "../../../app/domain/accounts/password.server";
import { POLICY_VERSION } from "../../../app/domain/accounts/privacy-policy";
import { ADMIN, DEMO_PASSWORD, MEMBERS, ORGANIZATION } from "../catalogue/members";
import { DAY_MS } from "../plan/calendar";

const BCRYPT_COST = 10;
/** The organization is older than its oldest delivery. */
const AGE_MS = 150 * DAY_MS;

export type DemoOrganization = {
  orgId: string;
  adminId: string;
  /** When the demo was first made; its shops told nothing after it. */
  madeAt: Date;
};

/**
 * The demo organization with its members: made, or found as it was made. Its age
 * remembers the moment, so that a start that was interrupted goes on with the same
 * plan.
 */
export async function ensureOrganization(owner: pg.Client, now: Date): Promise<DemoOrganization> {
  const known = await findOrganization(owner);
  if (known) return known;
  const password = await hashPassword(DEMO_PASSWORD, BCRYPT_COST);
  const createdAt = new Date(now.getTime() - AGE_MS);
  const { slug, name, details, timeZone, currency } = ORGANIZATION;
  await owner.query("BEGIN");
  const orgId = randomUUID();
  await owner.query(
    `INSERT INTO organizations (id, slug, name, details, time_zone, currency, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [orgId, slug, name, JSON.stringify(details), timeZone, currency, createdAt],
  );
  for (const member of MEMBERS) await insertMember(owner, orgId, { ...member, password, createdAt });
  await owner.query("COMMIT");
  return requireOrganization(owner);
}

type NewMember = (typeof MEMBERS)[number] & { password: StoredPassword; createdAt: Date };

/** A user whose email is verified and who has accepted the policy. */
async function insertMember(owner: pg.Client, orgId: string, member: NewMember): Promise<void> {
  const { email, name, language, role, password, createdAt } = member;
  const userId = randomUUID();
  await owner.query(
    `INSERT INTO users (id, email, name, language, password_hash, password_scheme, policy_version,
       email_verified_at, adult_confirmed_at, policy_accepted_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $8, $8)`,
    [userId, email, name, language, password.hash, password.scheme, POLICY_VERSION, createdAt],
  );
  await owner.query("INSERT INTO memberships (org_id, user_id, role, created_at) VALUES ($1, $2, $3, $4)", [
    orgId,
    userId,
    role,
    createdAt,
  ]);
}

const foundSchema = z.object({ orgId: z.uuid(), adminId: z.uuid(), createdAt: z.date() });

async function findOrganization(owner: pg.Client): Promise<DemoOrganization | null> {
  const found = await owner.query(
    `SELECT o.id AS "orgId", u.id AS "adminId", o.created_at AS "createdAt"
     FROM organizations o JOIN memberships m ON m.org_id = o.id JOIN users u ON u.id = m.user_id
     WHERE o.slug = $1 AND u.email = $2`,
    [ORGANIZATION.slug, ADMIN.email],
  );
  if (found.rowCount === 0) return null;
  const { createdAt, ...ids } = foundSchema.parse(found.rows[0]);
  return { ...ids, madeAt: new Date(createdAt.getTime() + AGE_MS) };
}

async function requireOrganization(owner: pg.Client): Promise<DemoOrganization> {
  const made = await findOrganization(owner);
  if (!made) throw new Error("the demo organization was not made");
  return made;
}
