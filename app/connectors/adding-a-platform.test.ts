import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDelivery } from "../../workers/durable-objects/inbox/read-delivery";
import { interpretDelivery } from "../domain/deliveries/interpret-delivery";
import { loadCases } from "./fixtures/load-cases";
import { RECEIVED_AT } from "./fixtures/receive";
import { testConformance } from "./fixtures/test-conformance";
import { PLATFORMS } from "./registry";

const ROOT = join(import.meta.dirname, "../..");
const [example] = await loadCases(join(import.meta.dirname, "fixtures/example"));
if (!example) throw new Error("the example is gone");

describe("a platform that is one folder", () => {
  testConformance(example, []);

  test("goes the way of every delivery, from its bytes to its events", async () => {
    const { connector, samples, send } = example;
    const [sample] = samples;
    const { headers, rawBody } = await send("order.paid", sample?.body);
    const now = Date.parse(RECEIVED_AT);
    const id = "0198c0de-0000-7000-8000-000000000001";
    const { body, receivedAt, ...read } = await readDelivery({
      ...{ connector, headers, id, now },
      rawBody: rawBody.buffer,
    });
    const { events, verdict } = interpretDelivery(connector, {
      ...read,
      seq: 1,
      isDuplicate: false,
      receivedAt: new Date(receivedAt).toISOString(),
      body: new TextDecoder().decode(body ?? new ArrayBuffer(0)),
    });
    expect(verdict).toBeNull();
    expect(events).toMatchObject([{ kind: "order.state", order: { externalId: "A-1" } }]);
    expect(read.headers).not.toHaveProperty("x-contoh-signature");
  });
});

/** Shopify has an address for the whole app; both are the demo's shops, and WooCommerce the by-hand tellings' form. */
const KNOWN_ELSEWHERE = ["woocommerce", "shopify"];

test("nothing outside its folder and the registry names a platform", () => {
  const files = globSync(["app/**/*.{ts,tsx}", "workers/**/*.ts"], { cwd: ROOT }).filter(
    (file) => !/^app\/connectors\/|\.test\.|fixture/.test(file),
  );
  const quoted = PLATFORMS.filter((name) => !KNOWN_ELSEWHERE.includes(name)).map((name) => `"${name}"`);
  const naming = files.filter((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return quoted.some((name) => text.includes(name));
  });
  expect(naming).toEqual([]);
});
