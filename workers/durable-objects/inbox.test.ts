import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "../ingress/read-request";
import { configureInbox, deliver, sealSecret, signed } from "./inbox/inbox-fixture";

const woocommerce = { platform: "woocommerce" } as const;

describe("an inbox that gets a delivery", () => {
  test("[2.1c] stores it as it was received, without its signature", async () => {
    const { inbox, connectionId } = await configureInbox();
    const text = '{ "id": 7, "note": "Terima kasih \u{1F64F}" }';
    expect(await deliver(connectionId, text)).toEqual({ status: 200, code: "stored" });
    const { deliveries, nextSeq } = await inbox.read(1, 100);
    expect(nextSeq).toBeNull();
    expect(deliveries).toMatchObject([
      {
        seq: 1,
        topic: "order.created",
        subject: "order:7",
        body: text,
        isDuplicate: false,
        unreadable: null,
      },
    ]);
    expect(deliveries[0]?.bodyBytes).toBe(new TextEncoder().encode(text).length);
    expect(deliveries[0]?.headers).toEqual({
      "content-type": "application/json",
      "x-wc-webhook-topic": "order.created",
      "x-wc-webhook-source": "https://kedai.example/",
    });
  });

  test("takes a body of a whole megabyte", async () => {
    const { inbox, connectionId } = await configureInbox();
    const text = JSON.stringify({ id: 1, pad: "x".repeat(MAX_BODY_BYTES - 17) });
    expect(text.length).toBe(MAX_BODY_BYTES);
    expect(await deliver(connectionId, text)).toMatchObject({ status: 200 });
    expect((await inbox.read(1, 1)).deliveries[0]?.body).toBe(text);
  });

  test("knows a repetition, and keeps only a trace of it", async () => {
    const { inbox, connectionId } = await configureInbox();
    await deliver(connectionId, { id: 7 });
    expect(await deliver(connectionId, { id: 7 })).toEqual({ status: 200, code: "duplicate" });
    const { deliveries } = await inbox.read(1, 100);
    expect(deliveries.map(({ isDuplicate, body }) => [isDuplicate, body])).toEqual([
      [false, '{"id":7}'],
      [true, null],
    ]);
  });

  test("stores one of twenty equal ones that come at once", async () => {
    const { connectionId } = await configureInbox();
    const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(connectionId, { id: 7 })));
    expect(answers.filter(({ code }) => code === "stored")).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "duplicate")).toHaveLength(19);
  });

  test("refuses a wrong signature, keeps nothing of the body and counts it", async () => {
    const { inbox, connectionId } = await configureInbox();
    for (let i = 0; i < 3; i++) {
      expect(await deliver(connectionId, { id: 7 }, "another-secret")).toEqual({
        status: 401,
        code: "bad_signature",
      });
    }
    expect((await inbox.read(1, 100)).deliveries).toEqual([]);
    const counted = await runInDurableObject(inbox, (_inbox, state) =>
      state.storage.sql.exec("SELECT reason, sum(count) AS count FROM refusals").toArray(),
    );
    expect(counted).toEqual([{ reason: "bad_signature", count: 3 }]);
  });

  test.each([
    ["not JSON", "{nope", { status: 400, code: "not_json" }, "{nope"],
    ["not JSON and not text either", "a\0b", { status: 400, code: "not_json" }, null],
    [
      "nested too deeply",
      "[".repeat(65) + "]".repeat(65),
      { status: 422, code: "too_deep" },
      expect.any(String),
    ],
  ])(
    "answers a clear status to a signed body that is %s, and records it",
    async (_case, text, answer, body) => {
      const { inbox, connectionId } = await configureInbox();
      expect(await deliver(connectionId, text)).toEqual(answer);
      const { deliveries } = await inbox.read(1, 100);
      expect(deliveries).toMatchObject([{ unreadable: answer.code, body }]);
    },
  );

  test("answers 415 to a signed body that is not UTF-8, and records it without the body", async () => {
    const { inbox } = await configureInbox();
    const { headers, body } = await signed(new Uint8Array([0x7b, 0xff, 0x7d]));
    expect(await inbox.accept({ ...woocommerce, headers, body })).toEqual({ status: 415, code: "not_utf8" });
    expect((await inbox.read(1, 100)).deliveries).toMatchObject([{ unreadable: "not_utf8", body: null }]);
  });

  test("answers WooCommerce's unsigned ping with 200 and remembers when it came", async () => {
    const { inbox } = await configureInbox();
    const body = new TextEncoder().encode("webhook_id=142").buffer;
    expect(await inbox.accept({ ...woocommerce, headers: {}, body })).toEqual({ status: 200, code: "ping" });
    const { pingedAt, pending } = await inbox.health();
    expect(pingedAt).toBeGreaterThan(0);
    expect(pending).toBe(0);
  });

  test("knows nothing of another platform's address", async () => {
    const { inbox } = await configureInbox();
    const delivery = await signed({ id: 7 });
    expect(await inbox.accept({ platform: "shopify", ...delivery })).toEqual({
      status: 404,
      code: "not_found",
    });
  });
});

describe("an inbox's configuration", () => {
  test("is missing at first: senders are asked to come again", async () => {
    const answer = await deliver(crypto.randomUUID(), { id: 7 });
    expect(answer).toEqual({ status: 503, code: "not_configured" });
  });

  test("is replaced by a newer one only", async () => {
    const { inbox, connectionId, config } = await configureInbox({ version: 5 });
    const secrets = [await sealSecret("the-newer-secret", config)];
    await inbox.configure({ ...config, version: 4, secrets });
    expect(await deliver(connectionId, { id: 1 })).toMatchObject({ status: 200 });
    await inbox.configure({ ...config, version: 6, secrets });
    expect(await deliver(connectionId, { id: 2 })).toMatchObject({ status: 401 });
    expect(await deliver(connectionId, { id: 2 }, "the-newer-secret")).toMatchObject({ status: 200 });
    expect((await inbox.health()).version).toBe(6);
  });

  test("may hold two secrets during a rotation, until the old one ends", async () => {
    const { inbox, connectionId, config } = await configureInbox();
    const soon = new Date(Date.now() + 60_000).toISOString();
    const past = new Date(Date.now() - 1).toISOString();
    const current = await sealSecret("the-new-secret", config);
    await inbox.configure({
      ...config,
      version: 2,
      secrets: [current, await sealSecret("old", config, soon)],
    });
    expect(await deliver(connectionId, { id: 1 }, "old")).toMatchObject({ status: 200 });
    await inbox.configure({
      ...config,
      version: 3,
      secrets: [current, await sealSecret("old", config, past)],
    });
    expect(await deliver(connectionId, { id: 2 }, "old")).toMatchObject({ status: 401 });
    expect(await deliver(connectionId, { id: 2 }, "the-new-secret")).toMatchObject({ status: 200 });
  });

  test("does not open a secret that was sealed for another connection", async () => {
    const { inbox, config } = await configureInbox();
    const foreign = await sealSecret("mine", { orgId: config.orgId, connectionId: crypto.randomUUID() });
    await inbox.configure({ ...config, version: 2, secrets: [foreign] });
    const delivery = await signed({ id: 1 }, "mine");
    const answer = runInDurableObject(inbox, (object) =>
      object.accept({ ...woocommerce, ...delivery }).catch((error: Error) => error.message),
    );
    expect(await answer).toMatch("tampered");
  });

  test("can switch deliveries off, but not a shop's verified privacy requests", async () => {
    const { inbox, connectionId } = await configureInbox({ isEnabled: false });
    expect(await deliver(connectionId, { id: 7 })).toEqual({ status: 410, code: "switched_off" });
    const { headers, body } = await signed({ id: 8 });
    const verified = await inbox.accept({ ...woocommerce, headers, body, isVerified: true });
    expect(verified).toEqual({ status: 200, code: "stored" });
  });
});

describe("an inbox", () => {
  test("keeps its deliveries, its configuration and its alarm when it is evicted", async () => {
    const { inbox, connectionId } = await configureInbox();
    await deliver(connectionId, { id: 7 });
    await evictDurableObject(inbox);
    expect(await deliver(connectionId, { id: 7 })).toEqual({ status: 200, code: "duplicate" });
    expect((await inbox.read(1, 100)).deliveries).toHaveLength(2);
  });

  test("gives up everything when it is destroyed, and says so from then on", async () => {
    const { inbox, connectionId, config } = await configureInbox();
    await deliver(connectionId, { id: 7 });
    await inbox.destroy();
    expect(await deliver(connectionId, { id: 8 })).toEqual({ status: 410, code: "removed" });
    expect(await inbox.read(1, 100)).toEqual({ connection: null, deliveries: [], nextSeq: null });
    await evictDurableObject(inbox);
    expect(await deliver(connectionId, { id: 8 })).toEqual({ status: 410, code: "removed" });
    expect(await runDurableObjectAlarm(inbox)).toBe(false);
    await inbox.configure({ ...config, version: 9 });
    expect(await deliver(connectionId, { id: 8 })).toMatchObject({ status: 200 });
  });
});
