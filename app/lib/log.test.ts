import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { logError } from "./log";

const written = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => written.mockClear());

const causes = (error: unknown): string[] => {
  logError("test.failed", { error });
  return JSON.parse(String(written.mock.lastCall?.[0])).causes;
};

test("a failed query is logged without its parameters, with what caused it", () => {
  const error = new Error("Failed query: select $1\nparams: aina@example.com", {
    cause: new Error("timeout"),
  });
  expect(causes(error).map((text) => text.split(" at ")[0]?.trim())).toEqual([
    "Error: failed query",
    "Error: timeout",
  ]);
});

test("data of an unexpected shape is logged by place and kind, without its values", () => {
  const { error } = z.object({ rows: z.array(z.object({ email: z.null() })) }).safeParse({
    rows: [{ email: "aina@example.com" }],
  });
  expect(causes(error)[0]).toContain("ZodError: invalid_type at rows.0.email");
  expect(causes(error)[0]).not.toContain("aina");
});
