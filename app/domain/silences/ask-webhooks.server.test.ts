import { expect, test } from "vitest";
import { approve, HOOK_APP, openApprovingShop } from "../../../tests/factories/approving-shop";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { beginApproval } from "../connections/shop-api/begin-approval.server";
import { finishApproval } from "../connections/shop-api/finish-approval.server";
import { registerWebhooks } from "../connections/shop-api/register-webhooks.server";
import { shopDoorOf } from "../connections/shop-api/shop-door";
import { askWebhooks } from "./ask-webhooks.server";

const database = await createTestDatabase();
const aina = await createMember(database);

test("a silent shop is asked for its webhooks, and registering them again sets it right", async () => {
  const shop = await openApprovingShop(database, aina, "woocommerce");
  const { connectionId, manage } = shop;
  const door = () => shopDoorOf(manage(), HOOK_APP);
  expect(await askWebhooks(door(), connectionId)).toBe("not_asked");
  const { to } = await beginApproval(manage(), { intent: "begin", connectionId });
  await finishApproval(manage(), HOOK_APP, { connectionId, params: await approve(shop.shops, to) });
  expect(await askWebhooks(door(), connectionId)).toBe("registered");
  const woo = shop.shops.woo(shop.host);
  for (const webhook of woo.webhooks) webhook.status = "disabled";
  expect(await askWebhooks(door(), connectionId)).toBe("switched_off");
  await registerWebhooks(door(), connectionId);
  expect(await askWebhooks(door(), connectionId)).toBe("registered");
  woo.webhooks.splice(0, 1);
  expect(await askWebhooks(door(), connectionId)).toBe("missing");
  woo.keys.splice(0);
  expect(await askWebhooks(door(), connectionId)).toBe("no_answer");
});
