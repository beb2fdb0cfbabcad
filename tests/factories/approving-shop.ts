import { uuidv7 } from "uuidv7";
import { broughtKeysSchema } from "~/connectors/woocommerce/api/approval";
import { openHttp } from "~/db/client";
import { createConnection } from "~/domain/connections/create-connection.server";
import { takeKeys } from "~/domain/connections/shop-api/take-keys.server";
import type { OrgContext } from "~/domain/context";
import { FakeShops } from "../../dev/fakes/fake-shops";
import type { TestDatabase } from "../setup/database";
import { shopsPortOf, TEST_KEYRING, type TestMember } from "./org-context";

export const HOOK_APP = { appUrl: "https://app.orucrm.com", hookUrlKey: "k".repeat(44) };

/** A member with a connection to a shop that speaks its platform's interface. */
export async function openApprovingShop(
  database: TestDatabase,
  member: TestMember,
  platform: "woocommerce" | "shopify",
) {
  const host = `${uuidv7()}.${platform === "shopify" ? "myshopify.com" : "example.com"}`;
  const statuses: number[] = [];
  const bring = async (request: Request) => {
    const status = await takeBrought(database, request);
    statuses.push(status);
    return new Response(null, { status });
  };
  const shops = new FakeShops(bring);
  const manage = (change: Partial<OrgContext> = {}): OrgContext => {
    const context = member.context("connections.manage", change);
    return { ...context, ports: { ...context.ports, shops: shopsPortOf(shops) } };
  };
  const named = { platform, name: "Kedai", shopAddress: host };
  const { connectionId } = await createConnection(manage(), named);
  return { host, shops, manage, connectionId, statuses };
}

/** As the app answers a shop that brings keys; whatever else it sends is taken. */
async function takeBrought(database: TestDatabase, request: Request): Promise<number> {
  if (!request.url.endsWith("/connect/woocommerce")) return 200;
  const context = { db: openHttp(database.url), keyring: TEST_KEYRING, now: () => new Date(), newId: uuidv7 };
  return takeKeys(context, broughtKeysSchema.parse(await request.json())).then(
    () => 200,
    () => 404,
  );
}

/** What a browser brings back when the owner approves on the shop's page. */
export async function approve(shops: FakeShops, to: string): Promise<URLSearchParams> {
  const granted = to.replace("/authorize?", "/access_granted?");
  const answer = await shops.fetch(granted, { redirect: "manual" });
  return new URL(answer.headers.get("Location") ?? "https://nowhere.example.com").searchParams;
}
