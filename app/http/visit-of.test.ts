import { describe, expect, test } from "vitest";
import { visitOf } from "./visit-of";

function ask(cf?: unknown): Request {
  const headers = { "CF-Connecting-IP": "203.0.113.7", "User-Agent": "Test browser" };
  return Object.assign(new Request("https://app.orucrm.com/", { headers }), cf === undefined ? {} : { cf });
}

describe("visitOf", () => {
  test("takes address, browser and approximate place from the network", () => {
    expect(visitOf(ask({ city: "Ipoh", country: "MY", latitude: "4.6" }))).toEqual({
      ip: "203.0.113.7",
      userAgent: "Test browser",
      city: "Ipoh",
      country: "MY",
      device: "? / ? / other",
    });
  });

  test.each([undefined, null, {}, { city: 7, country: "Malaysia" }])("knows no place from %j", (cf) => {
    expect(visitOf(ask(cf))).toMatchObject({ city: null, country: null });
  });
});
