import { expect, test } from "vitest";
import { generateSecret } from "./generate-secret";

test("a generated secret is 48 letters and digits, and never the same", () => {
  const secrets = Array.from({ length: 200 }, generateSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9]{48}$/);
  expect(new Set(secrets).size).toBe(200);
});
