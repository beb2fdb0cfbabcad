import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en } from "~/i18n/locales/en";
import { ms } from "~/i18n/locales/ms";
import type { Connector, DeliveryHeaders } from "./connector";
import { ATTENTION_REASONS, IGNORED_REASONS } from "./parse-result";
import { CONNECTORS } from "./registry";
import { shopifyDelivery } from "./shopify/fixtures/delivery";
import { shopifyOrderBody } from "./shopify/fixtures/order-body";
import { wooDelivery } from "./woocommerce/fixtures/delivery";
import { wooOrderBody } from "./woocommerce/fixtures/order-body";

const SECRET = "rahsia-kedai-mak-teh";

type Delivery = { topic: string; headers: DeliveryHeaders; body: string };

/** One genuine delivery per platform; a new platform adds its own and passes every rule below. */
const GENUINE: Record<keyof typeof CONNECTORS, () => Promise<Delivery>> = {
  woocommerce: async () => {
    const topic = "order.updated";
    return { topic, ...(await wooDelivery({ topic, secret: SECRET, body: wooOrderBody() })) };
  },
  shopify: async () => {
    const topic = "orders/updated";
    return { topic, ...(await shopifyDelivery({ topic, secret: SECRET, body: shopifyOrderBody() })) };
  },
};

const ORDER_BODIES: Record<keyof typeof CONNECTORS, object> = {
  woocommerce: wooOrderBody({ customerId: 25, refunds: [{ id: 901, amountMinor: 100 }] }),
  shopify: shopifyOrderBody(),
};

/** Base64's last digit has spare bits: the next letter decodes to the same bytes. */
const nextLetter = (end: string) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`;

const platforms = Object.values(CONNECTORS);
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(platforms)("$label", (connector) => {
  const check = async (
    change: (signature: string) => string | undefined,
    secrets = [SECRET],
    suffix = "",
  ) => {
    const { headers, body } = await GENUINE[connector.platform]();
    const name = connector.signatureHeader.toLowerCase();
    const signature = change(headers[name] ?? "");
    const { [name]: _signature, ...others } = headers;
    const changed = signature === undefined ? others : { ...others, [name]: signature };
    return connector.verify({ headers: changed, rawBody: bytes(body + suffix), secrets });
  };

  test("accepts a genuine signature", async () => {
    expect(await check((signature) => signature)).toBe("ok");
  });

  test.each<[string, (signature: string) => string | undefined]>([
    ["missing", () => undefined],
    ["empty", () => ""],
    ["truncated", (signature) => signature.slice(0, -1)],
    ["unpadded", (signature) => signature.replace(/=+$/, "")],
    ["lengthened", (signature) => `${signature}=`],
    ["in another case", (signature) => signature.toLowerCase()],
    ["with another spelling of its last digit", (signature) => signature.replace(/.=$/, nextLetter)],
    ["in the URL's alphabet", (signature) => `${signature.replaceAll("+", "-").replaceAll("/", "_")}_`],
    ["in hex", (signature) => Buffer.from(signature, "base64").toString("hex")],
    ["of other bytes", () => "Vr0ohtraHsjxtWW69LUVC2FBgOABTiuLszAlG1+hbrA="],
    ["not ASCII", () => "ü".repeat(44)],
  ])("refuses a signature that is %s", async (_name, change) => {
    expect(await check(change)).toBe("refused");
  });

  test("refuses without a secret, with an empty one and with another shop's", async () => {
    for (const secrets of [[], [""], ["rahsia-kedai-lain"]]) {
      expect(await check((signature) => signature, secrets)).toBe("refused");
    }
  });

  test("refuses a body that was changed by one byte", async () => {
    expect(await check((signature) => signature, [SECRET], " ")).toBe("refused");
  });

  test("takes any bytes, headers and secrets without a throw, and never for genuine", async () => {
    const text = fc.string({ unit: "binary" });
    await fc.assert(
      fc.asyncProperty(text, fc.uint8Array(), fc.array(text), async (signature, rawBody, secrets) => {
        const headers = {
          [connector.signatureHeader.toLowerCase()]: signature,
          "x-wc-webhook-topic": "order.updated",
        };
        expect(await connector.verify({ headers, rawBody, secrets })).toBe("refused");
      }),
    );
  });

  test("identifies one delivery alike each time", async () => {
    const { headers, body } = await GENUINE[connector.platform]();
    const input = { headers, body: JSON.parse(body), bodyHash: "a".repeat(64) };
    const identity = connector.identify(input);
    expect(connector.identify(input)).toEqual(identity);
    expect(identity.subject).toMatch(/^order:\d+$/);
  });

  test("identifies and parses any JSON under any topic, with an outcome and storable texts", () => {
    const topic = fc.oneof(fc.constantFrom(...connector.topics), fc.string());
    fc.assert(
      fc.property(topic, fc.jsonValue({ maxDepth: 4 }), (name, body) => checkOutcome(connector, name, body)),
    );
  });

  test("parses an order with any of its fields replaced by anything", () => {
    const genuine = ORDER_BODIES[connector.platform];
    const replacement = fc.record({
      field: fc.constantFrom(...Object.keys(genuine)),
      value: fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom("-0", 1e308, "9".repeat(400), "\u0000", "\ud800"),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...connector.topics),
        fc.array(replacement, { maxLength: 4 }),
        (name, changes) => {
          const changed = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
          checkOutcome(connector, name, { ...genuine, ...changed });
        },
      ),
      { numRuns: 300 },
    );
  });

  test("survives bodies of a hundred thousand levels and keys that name object members", () => {
    const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    const odd = JSON.parse('{"__proto__":{"id":7},"constructor":1,"id":{"toString":1}}');
    for (const name of connector.topics) {
      checkOutcome(connector, name, deep, { isDeep: true });
      checkOutcome(
        connector,
        name,
        { id: 7, line_items: deep, billing: deep, customer: deep },
        { isDeep: true },
      );
      checkOutcome(connector, name, odd);
    }
  });

  test("has a guide in both languages and shows the platform's own policy", () => {
    expect(connector.setupSteps.length).toBeGreaterThan(0);
    for (const { titleKey, bodyKey } of connector.setupSteps) {
      for (const key of [titleKey, bodyKey]) {
        for (const language of [en, ms]) expect(textOf(language, key)).toMatch(/\S/);
      }
    }
    expect(connector.policyUrl).toMatch(/^https:\/\//);
  });
});

test("each platform is listed under its own name", () => {
  for (const [platform, connector] of Object.entries(CONNECTORS)) expect(connector.platform).toBe(platform);
});

function checkOutcome(connector: Connector, topic: string, body: unknown, { isDeep = false } = {}) {
  const identity = connector.identify({ headers: {}, body, bodyHash: "a".repeat(64) });
  expect(identity.dedupeKey.length).toBeLessThanOrEqual(200);
  const result = connector.parse({ topic, headers: {}, body });
  if (result.outcome === "ignored") expect(IGNORED_REASONS).toContain(result.reason);
  else if (result.outcome === "needs_attention") expect(ATTENTION_REASONS).toContain(result.reason);
  else {
    expect(result.events.length).toBeGreaterThan(0);
    if (!isDeep) result.events.forEach(checkLeaves);
  }
}

/** Every text of an event is trimmed and storable, every amount a safe integer, every time UTC. */
function checkLeaves(value: unknown, key: string | number = "") {
  if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) checkLeaves(part, name);
  } else if (typeof value === "string") {
    expect(value).toBe(value.trim());
    expect(value).not.toMatch(/^$|[\p{Cc}\p{Surrogate}]/u);
    if (String(key).endsWith("At") || key === "sourceTime") expect(value).toMatch(/^\d{4}-.*Z$/);
  } else if (String(key).endsWith("Minor")) {
    expect(value === null || Number.isSafeInteger(value)).toBe(true);
  }
}

function textOf(language: object, key: string): unknown {
  return key.split(/[:.]/).reduce<unknown>((part, name) => {
    return typeof part === "object" && part !== null
      ? Object.entries(part).find(([own]) => own === name)?.[1]
      : undefined;
  }, language);
}
