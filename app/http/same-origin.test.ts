import { describe, expect, test } from "vitest";
import { isFromOwnOrigin, refuseForeignWrite } from "./same-origin";

const own = "https://app.orucrm.com";
const ask = (method: string, headers: Record<string, string> = {}) =>
  new Request(`${own}/log-in`, { method, headers });

describe("refuseForeignWrite", () => {
  test.each<[string, Record<string, string>]>([
    ["the same origin", { Origin: own }],
    ["the same origin and site", { Origin: own, "Sec-Fetch-Site": "same-origin" }],
    ["the same site, told without an origin", { "Sec-Fetch-Site": "same-origin" }],
  ])("lets a write from %s pass", (_name, headers) => {
    expect(refuseForeignWrite(ask("POST", headers))).toBeNull();
  });

  test.each<[string, Record<string, string>]>([
    ["another origin", { Origin: "https://evil.example" }],
    ["another scheme", { Origin: "http://app.orucrm.com" }],
    ["another port", { Origin: "https://app.orucrm.com:8443" }],
    ["a sibling host", { Origin: "https://www.orucrm.com", "Sec-Fetch-Site": "same-site" }],
    ["a host that begins like ours", { Origin: "https://app.orucrm.com.evil.example" }],
    ["an opaque origin", { Origin: "null" }],
    ["another site without an origin", { "Sec-Fetch-Site": "cross-site" }],
    ["no page", { "Sec-Fetch-Site": "none" }],
    ["our origin by a browser that says cross-site", { Origin: own, "Sec-Fetch-Site": "cross-site" }],
    [
      "a foreign origin by a browser that says same-origin",
      { Origin: "null", "Sec-Fetch-Site": "same-origin" },
    ],
    ["a client that tells nothing", {}],
  ])("[2.2a] refuses a write from %s", (_name, headers) => {
    expect(refuseForeignWrite(ask("POST", headers))?.status).toBe(403);
  });

  test("guards every method but the safe ones", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      expect(refuseForeignWrite(ask(method))?.status).toBe(403);
    }
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(refuseForeignWrite(ask(method))).toBeNull();
  });

  test("lets a mail program unsubscribe by the token in the address, and do nothing else", () => {
    const post = (path: string, method = "POST") =>
      refuseForeignWrite(new Request(`${own}${path}`, { method }))?.status ?? null;
    expect(post("/unsubscribe?token=a")).toBeNull();
    expect([post("/unsubscribe"), post("/unsubscribe.data?token=a"), post("/log-in?token=a")]).toEqual([
      403, 403, 403,
    ]);
    expect(post("/unsubscribe?token=a", "DELETE")).toBe(403);
  });

  test("tells own pages from others for a WebSocket handshake, which is a GET", () => {
    expect(isFromOwnOrigin(ask("GET", { Origin: own, Upgrade: "websocket" }))).toBe(true);
    expect(isFromOwnOrigin(ask("GET", { Origin: "https://evil.example", Upgrade: "websocket" }))).toBe(false);
    expect(isFromOwnOrigin(ask("GET", { Upgrade: "websocket" }))).toBe(false);
  });
});
