import { describe, expect, test } from "vitest";
import type { HmacKeys } from "~/lib/hmac";
import { signWoo, wooHeaders } from "./fixtures/delivery";
import { wooOrderBody } from "./fixtures/order-body";
import { WOO_PING_BODY } from "./fixtures/other-bodies";
import { verify } from "./verify";

const bytes = (text: string) => new TextEncoder().encode(text);
const body = JSON.stringify(wooOrderBody());

async function verdict(input: { signedWith: string; secrets: string[]; keys?: HmacKeys }) {
  const headers = wooHeaders({ topic: "order.updated", signature: await signWoo(input.signedWith, body) });
  return verify({ headers, rawBody: bytes(body), secrets: input.secrets, keys: input.keys });
}

describe("the signature", () => {
  test("of a body with non-ASCII text is checked over its bytes", async () => {
    const headers = { "x-wc-webhook-signature": "Vr0ohtraHsjxtWW69LUVC2FBgOABTiuLszAlG1+hbrA=" };
    const rawBody = bytes('{"id":727,"billing":{"first_name":"Aïsyah"}}');
    expect(await verify({ headers, rawBody, secrets: ["kunci-rahsia"] })).toBe("ok");
  });

  test("passes under either secret of a rotation", async () => {
    expect(await verdict({ signedWith: "lama", secrets: ["baru", "lama"] })).toBe("ok");
    expect(await verdict({ signedWith: "baru", secrets: ["baru", "lama"] })).toBe("ok");
  });

  test("passes when WordPress decoded the secret's entities, and when it did not", async () => {
    expect(await verdict({ signedWith: `a&b'c"`, secrets: ["a&amp;b&#039;c&quot;"] })).toBe("ok");
    expect(await verdict({ signedWith: "a&amp;b", secrets: ["a&amp;b"] })).toBe("ok");
  });

  test("answers the same with keys that the caller keeps", async () => {
    const keys: HmacKeys = new Map();
    expect(await verdict({ signedWith: "rahsia", secrets: ["rahsia"], keys })).toBe("ok");
    expect(await verdict({ signedWith: "rahsia", secrets: ["rahsia"], keys })).toBe("ok");
    expect(await verdict({ signedWith: "lain", secrets: ["rahsia"], keys })).toBe("refused");
  });
});

describe("the unsigned ping", () => {
  test("is a ping even before there is a secret", async () => {
    expect(await verify({ headers: {}, rawBody: bytes(WOO_PING_BODY), secrets: [] })).toBe("ping");
  });

  test.each([
    "webhook_id=",
    "webhook_id=1&x=1",
    "webhook_id=abc",
    " webhook_id=1",
    "webhook_id=1\n",
    `webhook_id=${"1".repeat(99)}`,
  ])("is not %j", async (text) => {
    expect(await verify({ headers: {}, rawBody: bytes(text), secrets: ["rahsia"] })).toBe("refused");
  });

  test("has neither topic nor signature", async () => {
    const rawBody = bytes(WOO_PING_BODY);
    for (const name of ["x-wc-webhook-topic", "x-wc-webhook-signature"]) {
      expect(await verify({ headers: { [name]: "order.updated" }, rawBody, secrets: ["rahsia"] })).toBe(
        "refused",
      );
    }
  });
});
