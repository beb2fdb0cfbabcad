import pg from "pg";
import { CONNECTORS } from "../../app/connectors/registry";
import { webhookAddress } from "../../app/domain/connections/webhook-address";
import { parseKeyring } from "../../app/lib/keyring";
import { ADMIN, DEMO_PASSWORD, ORGANIZATION } from "./catalogue/members";
import type { Demo, SeedInput } from "./demo";
import { DAY_MS, DAYS } from "./plan/calendar";
import { type DemoSize, FULL_SIZE, planDemo } from "./plan/plan-demo";
import { applyPlan } from "./store/apply-plan";
import { ensureConnections } from "./store/connections";
import { ensureOrganization } from "./store/organization";

/**
 * Makes the demo organization in a migrated database and returns how to enter it.
 * Runs once per local stack, before the app starts; it is repeatable, because a
 * start can be interrupted in the middle of it: a second run adds what is missing.
 */
export async function seedDemo(
  input: SeedInput,
  options: { now?: Date; size?: DemoSize } = {},
): Promise<Demo> {
  const { ownerUrl, appUrl, baseUrl, keys } = input;
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: "orucrm-demo" });
  await owner.connect();
  try {
    const keyring = parseKeyring(keys.encryptionKeys);
    const organization = await ensureOrganization(owner, options.now ?? new Date());
    const { orgId, madeAt } = organization;
    const connectedAt = new Date(madeAt.getTime() - (DAYS + 2) * DAY_MS);
    const connections = await ensureConnections({ owner, appUrl, keyring, organization, connectedAt });
    const plan = planDemo(madeAt, options.size ?? FULL_SIZE);
    await applyPlan({ owner, appUrl, keyring, orgId, connections }, plan);
    const app = { appUrl: baseUrl, hookUrlKey: keys.hookUrlKey };
    return {
      email: ADMIN.email,
      password: DEMO_PASSWORD,
      organization: ORGANIZATION.slug,
      connections: await Promise.all(
        connections.map(async ({ id, platform, secret }) => ({
          platform,
          webhookUrl: await webhookAddress(app, { platform, id }),
          secret,
          header: CONNECTORS[platform].signatureHeader ?? "",
        })),
      ),
    };
  } finally {
    await owner.end();
  }
}
