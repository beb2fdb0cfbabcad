import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";

const a = "0199c0de-7a11-7000-8000-00000000000a";
const b = "0199c0de-7a11-7000-8000-00000000000b";
const directory = () => env.DIRECTORY.getByName(`${crypto.randomUUID()}.myshopify.com`);

describe("a shop's directory", () => {
  test("lists each connection once, however often and at once it is added", async () => {
    const shop = directory();
    await Promise.all([shop.add(b), shop.add(a), shop.add(a), shop.add(b)]);
    expect(await shop.find()).toEqual([a, b]);
  });

  test("remembers its connections when it is evicted, and forgets a removed one", async () => {
    const shop = directory();
    await shop.add(a);
    await shop.add(b);
    await evictDurableObject(shop);
    expect(await shop.find()).toEqual([a, b]);
    await shop.remove(a);
    expect(await shop.find()).toEqual([b]);
    expect(await runDurableObjectAlarm(shop)).toBe(false);
  });

  test("counts deliveries for a shop without connections, and forgets the count after a month", async () => {
    const shop = directory();
    expect(await shop.find()).toEqual([]);
    expect(await shop.find()).toEqual([]);
    expect(await shop.unknown()).toEqual({ count: 2, lastAt: expect.any(Number) });
    expect(await runDurableObjectAlarm(shop)).toBe(true);
    expect(await shop.unknown()).toEqual({ count: 0, lastAt: null });
  });
});
