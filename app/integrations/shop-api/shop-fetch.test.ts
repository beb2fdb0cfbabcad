import { afterEach, expect, test } from "vitest";
import type { ShopRequest } from "~/connectors/api/shop-fetch";
import { shopFetch } from "./shop-fetch";

type Plan = () => Response | Promise<Response>;

let slept: number[] = [];
afterEach(() => {
  slept = [];
});

/** A shop that answers as planned, and the number of times it was asked. */
function planned(...plans: Plan[]) {
  const requests: Request[] = [];
  const send = shopFetch({
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      const plan = plans[requests.length - 1];
      if (!plan) throw new Error("asked more often than planned");
      return plan();
    },
    sleep: async (ms) => void slept.push(ms),
    now: () => new Date("2026-11-24T00:00:00Z"),
    random: () => 0,
  });
  const ask = (request: Partial<ShopRequest> = {}) => send({ url: "https://kedai.my/wp-json", ...request });
  return { ask, requests };
}

const status =
  (code: number, headers: Record<string, string> = {}, body = "{}") =>
  () =>
    new Response(body, { status: code, headers });

test("an answer comes with its status, headers and text", async () => {
  const shop = planned(status(404, { "X-WP-Total": "3" }, "none"));
  const answer = await shop.ask({ headers: { Authorization: "Basic x" } });
  expect(answer).toMatchObject({ status: 404, text: "none" });
  expect(answer.headers.get("X-WP-Total")).toBe("3");
  expect(shop.requests[0]?.headers.get("Authorization")).toBe("Basic x");
  expect(shop.requests[0]?.redirect).toBe("manual");
});

test("an address that is not public is not called", async () => {
  const shop = planned();
  await expect(shop.ask({ url: "https://169.254.169.254/" })).rejects.toMatchObject({
    problem: "address_refused",
  });
  expect(shop.requests).toHaveLength(0);
});

test("a redirect is not followed", async () => {
  const shop = planned(status(302, { Location: "http://127.0.0.1/" }));
  await expect(shop.ask()).rejects.toMatchObject({ problem: "redirected", status: 302 });
  expect(shop.requests).toHaveLength(1);
});

test("a busy shop is asked again after the time that it names", async () => {
  const shop = planned(
    status(429, { "Retry-After": "2" }),
    status(503, { "Retry-After": "Tue, 24 Nov 2026 00:00:05 GMT" }),
    status(200),
  );
  expect((await shop.ask()).status).toBe(200);
  expect(slept).toEqual([2000, 5000]);
});

test("a shop that names no time is given longer each time, and then up", async () => {
  const shop = planned(status(502), status(500), status(504));
  await expect(shop.ask()).rejects.toMatchObject({ problem: "busy", status: 504, retryAfterSeconds: null });
  expect(slept).toEqual([1000, 2000]);
});

test("a shop that asks for a long pause is left alone at once", async () => {
  const shop = planned(status(429, { "Retry-After": "3600" }));
  await expect(shop.ask()).rejects.toMatchObject({ problem: "busy", retryAfterSeconds: 3600 });
  expect(slept).toEqual([]);
});

test("what changes something is not repeated when nobody knows whether it was done", async () => {
  const shop = planned(status(502));
  await expect(shop.ask({ method: "POST", body: "{}" })).rejects.toMatchObject({ problem: "busy" });
  const lost = planned(() => Promise.reject(new TypeError("connection reset")));
  await expect(lost.ask({ method: "POST" })).rejects.toMatchObject({ problem: "unreachable" });
  expect([shop.requests.length, lost.requests.length]).toEqual([1, 1]);
});

test("what changes something is repeated when the shop said that it did nothing", async () => {
  const shop = planned(status(429, { "Retry-After": "1" }), status(201));
  expect((await shop.ask({ method: "POST" })).status).toBe(201);
});

test("a reading POST is repeated like a GET", async () => {
  const shop = planned(() => Promise.reject(new TypeError("reset")), status(200));
  expect((await shop.ask({ method: "POST", isRead: true })).status).toBe(200);
});

test("a shop that does not answer in time is named so", async () => {
  const late = () => Promise.reject(new DOMException("late", "TimeoutError"));
  const shop = planned(late, late, late);
  await expect(shop.ask()).rejects.toMatchObject({ problem: "timed_out" });
});

test("an answer without end is cut off", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const shop = planned(() => new Response(endless));
  await expect(shop.ask()).rejects.toMatchObject({ problem: "too_large" });
  expect(sent).toBeLessThan(14);
});
