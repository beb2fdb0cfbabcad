import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { codeAt } from "../../../tests/factories/factors-context";
import { TEST_KEYRING } from "../../../tests/factories/org-context";
import { checkCode } from "./check-code.server";
import { createTotpSecret } from "./totp";
import { sealTotpSecret } from "./totp-secret.server";

const NOON = new Date("2026-03-02T04:00:00Z");
const ctx = { keyring: TEST_KEYRING, now: () => NOON };
const user = { id: randomUUID(), email: "aina@kedai.my", name: "Aina", language: "en" as const };

test("[2.2a] an app counts for nothing while it waits for its first code, nor does none", async () => {
  const [id, secret] = [randomUUID(), createTotpSecret()];
  const sealed = await sealTotpSecret(ctx, id, secret);
  const check = (confirmedAt: Date | null) =>
    checkCode(ctx, { user, totp: { id, sealed, confirmedAt } }, codeAt(secret, NOON));
  expect(await check(null)).toBeNull();
  expect(await check(NOON)).toMatchObject({ kind: "totp", id });
  expect(await checkCode(ctx, { user, totp: null }, "123456")).toBeNull();
});
