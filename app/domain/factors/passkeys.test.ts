import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clearAccounts } from "../../../tests/factories/accounts-context";
import {
  createFactorsContext,
  startAccount,
  switchPasskeyOn,
  type TestFactors,
} from "../../../tests/factories/factors-context";
import { TestPasskey } from "../../../tests/factories/test-passkey";
import { createTestDatabase } from "../../../tests/setup/database";
import { addPasskey } from "./add-passkey.server";
import { getFactors } from "./factors-queries.server";
import { logInByPasskey } from "./log-in-by-passkey.server";
import { removePasskey } from "./remove-passkey.server";
import { renamePasskey } from "./rename-passkey.server";

const database = await createTestDatabase();
let ctx: TestFactors;
let account: Awaited<ReturnType<typeof startAccount>>;

// What runs after an answer must not meet the next test's empty tables.
afterEach(() => ctx.settle());

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createFactorsContext(database.url);
  account = await startAccount(ctx, "aisyah@kedai.my");
});

const newChallenge = () => Buffer.from(randomUUID()).toString("base64url");
const logIn = (passkey: TestPasskey, change = {}, asked = newChallenge(), answered = asked) =>
  logInByPasskey(ctx, { challenge: asked, answer: passkey.answer(answered, change) });
const wrong = { code: "invalid", messageKey: "errors:factors.passkeyWrong" };

describe("a log-in by a passkey", () => {
  test("needs no email and no password, and notes when it was used", async () => {
    const { passkey } = await switchPasskeyOn(ctx, account.session.sessionId);
    const session = await logIn(passkey);
    expect(session.userId).toBe(account.session.userId);
    const [kept] = (await getFactors(ctx, session.sessionId)).passkeys;
    expect(kept).toMatchObject({ name: "Telefon", counter: 1, lastUsedAt: expect.any(Date) });
  });

  test.each([
    ["made for another site", { origin: "https://evil.example" }],
    ["made for another host", { host: "evil.example" }],
    ["of a device that nobody unlocked", { isVerified: false }],
    ["that is no answer but a registration", { type: "webauthn.create" }],
  ])("refuses an answer %s", async (_name, change) => {
    const { passkey } = await switchPasskeyOn(ctx, account.session.sessionId);
    await expect(logIn(passkey, change)).rejects.toMatchObject(wrong);
  });

  test("refuses an answer to another challenge, and to one that was used", async () => {
    const { passkey } = await switchPasskeyOn(ctx, account.session.sessionId);
    await expect(logIn(passkey, {}, newChallenge(), newChallenge())).rejects.toMatchObject(wrong);
    const challenge = newChallenge();
    const answers = [passkey.answer(challenge), passkey.answer(challenge)];
    const results = await Promise.allSettled(
      answers.map((answer) => logInByPasskey(ctx, { challenge, answer })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("refuses a passkey whose counter went back: there is a copy of it", async () => {
    const { passkey } = await switchPasskeyOn(ctx, account.session.sessionId);
    await logIn(passkey, { counter: 7 });
    await expect(logIn(passkey, { counter: 7 })).rejects.toMatchObject(wrong);
    await logIn(passkey, { counter: 8 });
  });

  test("takes a passkey that does not count", async () => {
    const { passkey } = await switchPasskeyOn(ctx, account.session.sessionId);
    await logIn(passkey, { counter: 0 });
    await logIn(passkey, { counter: 0 });
  });

  test("[2.2a] refuses one that nobody has no sooner than one that somebody has", async () => {
    const startedAt = performance.now();
    const answer = new TestPasskey(ctx.appUrl).answer(newChallenge(), {});
    const evenly = { ...ctx, answerAfterMs: 200 };
    await expect(logInByPasskey(evenly, { challenge: newChallenge(), answer })).rejects.toMatchObject(wrong);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(195);
  });

  test("refuses a passkey that nobody has, and one that was removed", async () => {
    await expect(logIn(new TestPasskey(ctx.appUrl))).rejects.toMatchObject(wrong);
    const { passkey } = await switchPasskeyOn(ctx, account.session.sessionId);
    const [kept] = (await getFactors(ctx, account.session.sessionId)).passkeys;
    await removePasskey(ctx, account.session.sessionId, { id: kept?.id ?? "" });
    await expect(logIn(passkey)).rejects.toMatchObject(wrong);
  });
});

describe("a new passkey", () => {
  test("comes with recovery codes when it is the first factor, and the user is told", async () => {
    const { codes } = await switchPasskeyOn(ctx, account.session.sessionId);
    expect(codes).toHaveLength(10);
    expect((await switchPasskeyOn(ctx, account.session.sessionId)).codes).toBeNull();
    await ctx.settle();
    const told = ctx.sent.filter(({ subject }) => subject.startsWith("A second factor was added"));
    expect(told.map(({ to }) => to)).toEqual([account.email, account.email]);
  });

  test.each([
    ["made for another site", { origin: "https://evil.example" }],
    ["made for another host", { host: "evil.example" }],
    ["of a device that nobody unlocked", { isVerified: false }],
  ])("is refused when it was %s", async (_name, change) => {
    const challenge = newChallenge();
    const answer = new TestPasskey(ctx.appUrl).register(challenge, change);
    await expect(
      addPasskey(ctx, account.session.sessionId, { name: "x", challenge, answer }),
    ).rejects.toMatchObject({ messageKey: "errors:factors.passkeyNotAdded" });
  });

  test("is refused for a challenge that was used, and when it is known already", async () => {
    const passkey = new TestPasskey(ctx.appUrl);
    const add = (one: TestPasskey, challenge: string) =>
      addPasskey(ctx, account.session.sessionId, { name: "x", challenge, answer: one.register(challenge) });
    const challenge = newChallenge();
    await add(passkey, challenge);
    const refused = { messageKey: "errors:factors.passkeyNotAdded" };
    await expect(add(new TestPasskey(ctx.appUrl), challenge)).rejects.toMatchObject(refused);
    await expect(add(passkey, newChallenge())).rejects.toMatchObject(refused);
  });
});

describe("somebody else's passkey", () => {
  test("is not found, and stays as it is", async () => {
    await switchPasskeyOn(ctx, account.session.sessionId);
    const other = await startAccount(ctx, "other@kedai.my");
    const [kept] = (await getFactors(ctx, account.session.sessionId)).passkeys;
    const id = kept?.id ?? "";
    const missing = { code: "not_found" };
    await expect(removePasskey(ctx, other.session.sessionId, { id })).rejects.toMatchObject(missing);
    await expect(renamePasskey(ctx, other.session.sessionId, { id, name: "x" })).rejects.toMatchObject(
      missing,
    );
    expect((await getFactors(ctx, account.session.sessionId)).passkeys).toEqual([kept]);
  });
});
