import * as z from "zod";
import { shopifyDelivery } from "~/connectors/shopify/fixtures/delivery";
import { wooDelivery } from "~/connectors/woocommerce/fixtures/delivery";
import { secretPlace } from "~/domain/connections/secret-place";
import { webhookAddress } from "~/domain/connections/webhook-address";
import { open } from "~/lib/sealed-box";
import { TEST_KEYRING } from "../../factories/org-context";
import { APP_KEYS, type BuiltApp } from "../../setup/built-app";
import type { AppMember } from "./app-member";

/** A shop that a member connected in the app. */
export type AppShop = {
  connectionId: string;
  /** Where it sends its webhooks, and what it signs them with. */
  address: string;
  secret: string;
  /** Sends one signed delivery. */
  deliver(topic: string, body: unknown): Promise<Response>;
};

const SHOPIFY_SECRET = "shpss_0123456789abcdef0123456789";
const rowSchema = z.tuple([
  z.object({ secrets: z.tuple([z.object({ id: z.string(), sealed: z.string() })]) }),
]);

/** Fills in the form that connects a shop. Shopify shops need the address that their app-level webhooks name. */
export async function connectShop(
  app: BuiltApp,
  member: AppMember,
  {
    platform = "woocommerce",
    shopAddress = "",
  }: { platform?: "woocommerce" | "shopify"; shopAddress?: string } = {},
): Promise<AppShop> {
  const fields = { platform, name: "Kedai Mak Teh", shopAddress };
  const answer = await member.submit(
    `/o/${member.slug}/connections/new`,
    platform === "shopify" ? { ...fields, secret: SHOPIFY_SECRET } : fields,
  );
  const connectionId = z.uuid().parse(answer.headers.get("Location")?.split("/").at(-1));
  const found = await app.database.owner.query("SELECT secrets FROM connections WHERE id = $1", [
    connectionId,
  ]);
  const [{ secrets }] = rowSchema.parse(found.rows);
  const place = secretPlace(member.orgId, connectionId, secrets[0].id);
  const secret = await open(TEST_KEYRING, secrets[0].sealed, place);
  const settings = { appUrl: app.url, hookUrlKey: APP_KEYS.HOOK_URL_KEY };
  const address = await webhookAddress(settings, { platform, id: connectionId });
  return {
    ...{ connectionId, address, secret },
    async deliver(topic, body) {
      const sign = platform === "shopify" ? shopifyDelivery : wooDelivery;
      return fetch(address, { method: "POST", ...(await sign({ topic, secret, body })) });
    },
  };
}
