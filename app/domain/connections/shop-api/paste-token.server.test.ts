import { expect, test } from "vitest";
import { shopFetch } from "~/integrations/shop-api/shop-fetch";
import { createMember } from "../../../../tests/factories/org-context";
import { FakeOnPayAccount } from "../../../../tests/fakes/onpay-account";
import { createTestDatabase } from "../../../../tests/setup/database";
import { createConnection } from "../create-connection.server";
import { doorOf } from "../credentials/credentials-door";
import { openCredentials } from "../credentials/open-credentials.server";
import { pasteToken } from "./paste-token.server";

const database = await createTestDatabase();
const aina = await createMember(database);

async function open(platform: "onpay" | "woocommerce" = "onpay") {
  const account = new FakeOnPayAccount({ token: "right-token" });
  const ask = shopFetch({ fetch: (input, init) => account.handle(new Request(input, init)) });
  const context = aina.context("connections.manage");
  const shops = { ask, sleep: async () => undefined, visit: (address: string) => address };
  const ctx = { ...context, ports: { ...context.ports, shops } };
  const shopAddress =
    platform === "onpay" ? `${crypto.randomUUID()}.onpay.my` : `${crypto.randomUUID()}.example.com`;
  const { connectionId } = await createConnection(ctx, { platform, name: "Kedai", shopAddress });
  const paste = (token: string) => pasteToken(ctx, { intent: "token", connectionId, token });
  const opened = () => openCredentials(doorOf(aina.context("connections.manage")), connectionId);
  return { paste, opened, shopAddress };
}

test("an OnPay account's token is kept once OnPay accepts it", async () => {
  const { paste, opened, shopAddress } = await open();
  await paste("right-token");
  expect(await opened()).toMatchObject({
    account: shopAddress,
    keys: { kind: "onpay", token: "right-token" },
  });
});

test("a token that OnPay refuses is not kept", async () => {
  const { paste, opened } = await open();
  await expect(paste("wrong-token")).rejects.toMatchObject({
    messageKey: "shopAccess:refusals.keys_refused",
  });
  expect(await opened()).toBeNull();
});

test("a connection to another platform takes no token", async () => {
  const { paste } = await open("woocommerce");
  await expect(paste("right-token")).rejects.toMatchObject({ code: "not_found" });
});
