import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shopify } from "./shopify/connector";
import { shopifyDelivery } from "./shopify/fixtures/delivery";
import { shopifyOrderBody } from "./shopify/fixtures/order-body";
import { woocommerce } from "./woocommerce/connector";
import { wooDelivery } from "./woocommerce/fixtures/delivery";
import { wooOrderBody } from "./woocommerce/fixtures/order-body";

const SECRET = "rahsia-kedai-mak-teh";

/** The platforms that send a base64 HMAC of the raw body in a header. */
const PLATFORMS = [
  {
    ...woocommerce,
    send: () => wooDelivery({ topic: "order.updated", secret: SECRET, body: wooOrderBody() }),
  },
  {
    ...shopify,
    send: () => shopifyDelivery({ topic: "orders/updated", secret: SECRET, body: shopifyOrderBody() }),
  },
];

/** Base64's last digit has spare bits: the next letter decodes to the same bytes. */
const nextLetter = (end: string) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`;

const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(PLATFORMS)("$label", ({ signatureHeader, verify, send }) => {
  const name = signatureHeader.toLowerCase();
  const check = async (
    change: (signature: string) => string | undefined,
    secrets = [SECRET],
    suffix = "",
  ) => {
    const { headers, body } = await send();
    const signature = change(headers[name] ?? "");
    const { [name]: _signature, ...others } = headers;
    const changed = signature === undefined ? others : { ...others, [name]: signature };
    return verify({ headers: changed, rawBody: bytes(body + suffix), secrets });
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
        const headers = { [name]: signature, "x-wc-webhook-topic": "order.updated" };
        expect(await verify({ headers, rawBody, secrets })).toBe("refused");
      }),
    );
  });
});
