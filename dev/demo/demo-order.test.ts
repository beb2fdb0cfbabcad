import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { woocommerce } from "../../app/connectors/woocommerce/connector";
import { PROJECT, placeOf } from "../local/place";
import { curlLine } from "./curl-line";
import type { Demo } from "./demo";
import { type DemoOrder, writeDemoOrder } from "./demo-order";

const folder = mkdtempSync(join(tmpdir(), "orders-"));
afterAll(() => rmSync(folder, { recursive: true }));
const place = { ...placeOf(5173), orders: folder };
const secret = "it's a secret";
const demo: Demo = {
  email: "owner@example.com",
  password: "secret",
  organization: "shop",
  connections: [
    {
      platform: "woocommerce",
      webhookUrl: "http://localhost:5173/hooks/1",
      secret,
      header: "X-WC-Webhook-Signature",
    },
  ],
};

async function makeOrder(now: Date): Promise<DemoOrder> {
  const order = await writeDemoOrder(place, demo, now);
  if (order === null) throw new Error("no order was made");
  return order;
}

describe("a demo order", () => {
  test("is signed for the connection, of this moment, and understood by the connector", async () => {
    const now = new Date("2026-11-23T04:05:06.000Z");
    const { headers, body } = await makeOrder(now);
    const rawBody = new TextEncoder().encode(body);
    expect(await woocommerce.verify({ headers, rawBody, secrets: [secret] })).toBe("ok");
    const parsed = woocommerce.parse({ topic: "order.created", headers, body: JSON.parse(body) });
    expect(parsed.outcome).toBe("events");
    expect(body).toContain('"date_created_gmt":"2026-11-23T04:05:06"');
  });

  test("is a new order each time", async () => {
    const first = await makeOrder(new Date("2026-11-23T04:05:06Z"));
    const second = await makeOrder(new Date("2026-11-23T04:05:07Z"));
    expect(JSON.parse(first.body).id).not.toBe(JSON.parse(second.body).id);
    expect(first.bodyFile).not.toBe(second.bodyFile);
  });

  test("is not made without a WooCommerce connection", async () => {
    expect(await writeDemoOrder(place, { ...demo, connections: [] })).toBeNull();
  });
});

test("the curl line gives curl the same address, headers and body, whatever signs they hold", async () => {
  const order = await makeOrder(new Date("2026-11-23T04:05:08Z"));
  const headers = { ...order.headers, "x-shop": `Mak Teh's "kedai" $HOME` };
  const echo = `curl() { printf '%s\\n' "$@"; }\n${curlLine({ ...order, headers })}`;
  const words = execFileSync("sh", ["-c", echo], { encoding: "utf8" }).trimEnd().split("\n");
  expect(words).toContain(order.url);
  expect(words).toContain(`x-shop: ${headers["x-shop"]}`);
  expect(words).toContain(`x-wc-webhook-signature: ${order.headers["x-wc-webhook-signature"]}`);
  const bodyFile = words[words.indexOf("--data-binary") + 1]?.slice("@".length) ?? "";
  expect(readFileSync(resolve(PROJECT, bodyFile), "utf8")).toBe(order.body);
});
