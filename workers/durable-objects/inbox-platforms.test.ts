import { expect, test } from "vitest";
import { onpayBody, saleBody } from "~/connectors/onpay/fixtures/sale-body";
import { checkoutBody } from "~/connectors/shoppego/fixtures/checkout-body";
import type { InboxConfig } from "~/domain/context";
import { configureInbox, SECRET } from "./inbox/inbox-fixture";

const HOST = "https://orucrm.example";

async function openInbox(platform: InboxConfig["platform"]) {
  const { inbox } = await configureInbox({ platform });
  return {
    inbox,
    post: (path: string, body: BodyInit, type = "application/json") =>
      inbox.fetch(`${HOST}/hooks/${platform}/token${path}`, {
        method: "POST",
        body,
        headers: { "content-type": type },
      }),
    async stored() {
      const { deliveries } = await inbox.read(1, 100);
      return deliveries;
    },
  };
}

test("an address that holds the secret and the event lets a delivery in, and any other does not", async () => {
  const { post, stored } = await openInbox("shoppego");
  const body = JSON.stringify(checkoutBody());
  expect((await post(`/${SECRET}/order_paid`, body)).status).toBe(200);
  for (const path of ["", "/", `/${SECRET.slice(1)}/order_paid`, "/order_paid", `/${SECRET}x/order_paid`]) {
    expect((await post(path, body)).status).toBe(401);
  }
  expect(await stored()).toMatchObject([{ topic: "order_paid", subject: "order:1262140", body }]);
});

test("a secret inside a body is checked and never kept", async () => {
  const { post, stored } = await openInbox("onpay");
  const body = { ...onpayBody("sale.confirmed", saleBody()), token: SECRET };
  expect((await post("", JSON.stringify(body))).status).toBe(200);
  expect((await post("", JSON.stringify({ ...body, token: "lain" }))).status).toBe(401);
  const [delivery] = await stored();
  expect(delivery?.body).not.toContain(SECRET);
  expect(JSON.parse(delivery?.body ?? "")).toEqual({ ...body, token: undefined });
});

test("a form is kept as the JSON that it stands for, and its repetition is recognized", async () => {
  const { post, stored } = await openInbox("onpay");
  const form = new URLSearchParams({
    token: SECRET,
    event_type: "sale.confirmed",
    "sale[id]": "7",
  }).toString();
  for (let i = 0; i < 2; i++) {
    expect((await post("", form, "application/x-www-form-urlencoded")).status).toBe(200);
  }
  const [first, second] = await stored();
  expect(JSON.parse(first?.body ?? "")).toEqual({ event_type: "sale.confirmed", sale: { id: "7" } });
  expect(second).toMatchObject({ isDuplicate: true, body: null });
});

test("a body that is not UTF-8 is refused and leaves a trace", async () => {
  const { post, stored } = await openInbox("shoppego");
  const latin1 = Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d);
  expect((await post(`/${SECRET}/order_paid`, latin1)).status).toBe(415);
  expect(await stored()).toMatchObject([{ unreadable: "not_utf8", body: null }]);
});
