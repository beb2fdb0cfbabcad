import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, createNonce, forbidStoring, setSecurityHeaders } from "./security-headers";

const live = { url: new URL("https://app.orucrm.com/o/kedai"), isDevelopment: false };
const local = { url: new URL("http://localhost:5173/"), isDevelopment: true };

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split("; ").map((part) => {
      const [name = "", ...values] = part.split(" ");
      return [name, values];
    }),
  );
}

describe("content security policy", () => {
  test("runs scripts by nonce only", () => {
    const policy = directives(contentSecurityPolicy("abc", live));
    expect(policy.get("script-src")).toEqual(["'nonce-abc'", "'strict-dynamic'"]);
    expect(policy.get("default-src")).toEqual(["'self'"]);
    for (const name of ["object-src", "base-uri", "frame-ancestors"]) {
      expect(policy.get(name)).toEqual(["'none'"]);
    }
    expect(policy.get("form-action")).toEqual(["'self'"]);
    expect(policy.get("style-src")?.slice(0, 2)).toEqual(["'self'", "'nonce-abc'"]);
    expect(
      policy
        .get("style-src")
        ?.slice(2)
        .every((source) => source.startsWith("'sha256-")),
    ).toBe(true);
  });

  test("talks to its own host alone, and relaxes only that in development", () => {
    const strict = directives(contentSecurityPolicy("abc", live));
    const relaxed = directives(contentSecurityPolicy("abc", local));
    expect(strict.get("connect-src")).toEqual(["'self'", "wss://app.orucrm.com"]);
    expect(relaxed.get("connect-src")).toEqual(["'self'", "ws://*:*"]);
    for (const [name, values] of relaxed)
      if (name !== "connect-src") expect(strict.get(name)).toEqual(values);
  });

  test("has a new nonce of 128 bits for each answer", () => {
    const nonces = new Set(Array.from({ length: 500 }, createNonce));
    expect(nonces.size).toBe(500);
    for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16);
  });
});

describe("security headers", () => {
  test("[3.2c] tell browsers to come by https for at least a year", () => {
    const headers = new Headers();
    setSecurityHeaders(headers, live);
    const seconds = /max-age=(\d+)/.exec(headers.get("Strict-Transport-Security") ?? "")?.[1];
    expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000);
    const plain = new Headers();
    setSecurityHeaders(plain, local);
    expect(plain.has("Strict-Transport-Security")).toBe(false);
  });

  test("are on every answer, the policy on HTML", () => {
    const headers = new Headers();
    setSecurityHeaders(headers, live);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Permissions-Policy")).toContain("camera=()");
    expect(headers.has("Content-Security-Policy")).toBe(false);
    setSecurityHeaders(headers, live, createNonce());
    expect(headers.get("Content-Security-Policy")).toContain("'strict-dynamic'");
    expect([...headers.keys()].some((name) => name.startsWith("access-control-"))).toBe(false);
  });

  test("keep personal pages out of caches", () => {
    const headers = new Headers({ "Cache-Control": "public, max-age=60" });
    forbidStoring(headers);
    expect(headers.get("Cache-Control")).toBe("no-store");
  });
});
