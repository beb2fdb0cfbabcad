import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { makeHookToken } from "~/lib/hook-token";
import { configOf } from "../config";
import { configureInbox, signed } from "../durable-objects/inbox/inbox-fixture";
import { handleHook } from "./handle-hook";
import { MAX_BODY_BYTES } from "./read-request";

const hookUrl = async (connectionId: string, platform = "woocommerce") =>
  `https://crm.example/hooks/${platform}/${await makeHookToken(configOf(env).hookUrlKey, connectionId)}`;

const post = (url: string, init: RequestInit) =>
  handleHook(new Request(url, { method: "POST", ...init }), env);

describe("the webhook address of a connection", () => {
  test("[2.1c] answers exactly 200 once a signed delivery is stored, and again to its repetition", async () => {
    const { inbox, connectionId } = await configureInbox();
    const delivery = await signed({ id: 7 });
    for (let i = 0; i < 2; i++) {
      const answer = await post(await hookUrl(connectionId), delivery);
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    }
    expect((await inbox.read(1, 9)).deliveries.map(({ isDuplicate }) => isDuplicate)).toEqual([false, true]);
  });

  test("keeps no cookie, credential or address of the sender", async () => {
    const { inbox, connectionId } = await configureInbox();
    const { headers, body } = await signed({ id: 7 });
    const nosy = {
      Cookie: "a=b",
      Authorization: "Basic x",
      "X-Forwarded-For": "1.2.3.4",
      "CF-Connecting-IP": "1.2.3.4",
    };
    await post(await hookUrl(connectionId), { headers: { ...headers, ...nosy }, body });
    expect(Object.keys((await inbox.read(1, 9)).deliveries[0]?.headers ?? {}).sort()).toEqual([
      "content-type",
      "x-wc-webhook-source",
      "x-wc-webhook-topic",
    ]);
  });

  test("says what to do next when the signature is wrong, missing or cut", async () => {
    const { inbox, connectionId } = await configureInbox();
    const { headers, body } = await signed({ id: 7 });
    const signature = headers["x-wc-webhook-signature"] ?? "";
    for (const wrong of ["", "abc", signature.slice(0, -1), `${signature}=`, signature.toLowerCase()]) {
      const answer = await post(await hookUrl(connectionId), {
        headers: { ...headers, "x-wc-webhook-signature": wrong },
        body,
      });
      expect([answer.status, await answer.json()]).toEqual([
        401,
        { error: "bad_signature", message: expect.stringContaining("same secret") },
      ]);
    }
    expect((await inbox.read(1, 9)).deliveries).toEqual([]);
  });

  test("asks to come again while the connection is being set up", async () => {
    const answer = await post(await hookUrl(crypto.randomUUID()), await signed({ id: 7 }));
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("30");
  });

  test("wakes no inbox for an address that was made up", async () => {
    const before = (await listDurableObjectIds(env.INBOX)).length;
    const forged = "A".repeat(32);
    for (const path of [
      `woocommerce/${forged}`,
      "woocommerce/short",
      "woocommerce/",
      `onpay/${forged}`,
      "",
      "x",
    ]) {
      const answer = await post(`https://crm.example/hooks/${path}`, { body: "{}" });
      expect(answer.status).toBe(404);
    }
    expect(await listDurableObjectIds(env.INBOX)).toHaveLength(before);
  });

  test("is one platform's alone", async () => {
    const { connectionId } = await configureInbox();
    const answer = await post(await hookUrl(connectionId, "shopify"), await signed({ id: 7 }));
    expect(answer.status).toBe(404);
  });

  test.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("takes no %s", async (method) => {
    const answer = await handleHook(new Request("https://crm.example/hooks/woocommerce/x", { method }), env);
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("POST");
    if (method === "GET")
      expect(await answer.text()).toMatch(/^This address receives webhooks by POST\. [^.]+\.\n$/);
  });
});

describe("a body", () => {
  let url: string;
  beforeEach(async () => {
    url = await hookUrl((await configureInbox()).connectionId);
  });

  const streamed = (bytes: number) => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let left = bytes;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left <= 0) return controller.close();
        controller.enqueue(chunk.slice(0, Math.min(left, chunk.length)));
        left -= chunk.length;
      },
    });
  };

  test("that says it is larger than 1 MB is refused unread", async () => {
    const answer = await post(url, { body: "x".repeat(MAX_BODY_BYTES + 1) });
    expect([answer.status, await answer.json()]).toMatchObject([413, { error: "too_large" }]);
  });

  test("that turns out larger than 1 MB while it arrives is cut off", async () => {
    const answer = await post(url, { body: streamed(MAX_BODY_BYTES + 1) });
    expect(answer.status).toBe(413);
  });

  test("of 1 MB without a stated length is read to its end", async () => {
    const answer = await post(url, { body: streamed(MAX_BODY_BYTES) });
    expect(answer.status).toBe(401);
  });

  test("that is empty is refused for its missing signature", async () => {
    expect((await post(url, {})).status).toBe(401);
  });
});
