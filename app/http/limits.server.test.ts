import { afterEach, describe, expect, test, vi } from "vitest";
import type { AttemptPolicy } from "~/lib/attempt-limit";
import { type LimiterStub, rateLimitsOver } from "./limits.server";

const policy: AttemptPolicy = { free: 1, waits: [1], forgetAfter: 60 };

afterEach(() => vi.restoreAllMocks());

describe("rate limits", () => {
  test("ask the object of the key", async () => {
    const asked: string[] = [];
    const stub: LimiterStub = {
      take: async () => ({ allowed: true, retryAfterSeconds: 0 }),
      forget: async () => undefined,
    };
    const limits = rateLimitsOver((key) => {
      asked.push(key);
      return stub;
    });
    expect(await limits.take("logIn:a", policy)).toEqual({ allowed: true, retryAfterSeconds: 0 });
    await limits.forget("logIn:b");
    expect(asked).toEqual(["logIn:a", "logIn:b"]);
  });

  test("[2.2a] refuse when the object cannot be reached", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const limits = rateLimitsOver(() => {
      throw new Error("Network connection lost");
    });
    expect(await limits.take("logIn:a", policy)).toEqual({ allowed: false, retryAfterSeconds: 60 });
    expect(logged).toHaveBeenCalledOnce();
    expect(String(logged.mock.calls[0])).not.toContain("logIn:a");
  });
});
