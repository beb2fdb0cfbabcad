import { expect, test } from "vitest";
import { shopifyHeaders, signShopify } from "./fixtures/delivery";
import { shopifyOrderBody } from "./fixtures/order-body";
import { verify } from "./verify";

const body = JSON.stringify(shopifyOrderBody());
const rawBody = new TextEncoder().encode(body);

test("a known signature passes", async () => {
  const headers = { "x-shopify-hmac-sha256": "Vr0ohtraHsjxtWW69LUVC2FBgOABTiuLszAlG1+hbrA=" };
  const known = new TextEncoder().encode('{"id":727,"billing":{"first_name":"Aïsyah"}}');
  expect(await verify({ headers, rawBody: known, secrets: ["kunci-rahsia"] })).toBe("ok");
});

test("the header may come with or without its prefix", async () => {
  const signature = await signShopify("rahsia", body);
  for (const prefix of ["x-shopify-", "shopify-"] as const) {
    const headers = shopifyHeaders({ topic: "orders/paid", signature, prefix });
    expect(await verify({ headers, rawBody, secrets: ["rahsia"] })).toBe("ok");
  }
});

test("the old and the new secret pass during a rotation", async () => {
  const headers = shopifyHeaders({ topic: "orders/paid", signature: await signShopify("lama", body) });
  expect(await verify({ headers, rawBody, secrets: ["baru", "lama"] })).toBe("ok");
  expect(await verify({ headers, rawBody, secrets: ["baru"] })).toBe("refused");
});
