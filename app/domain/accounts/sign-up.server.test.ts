import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  clearAccounts,
  createAccountsContext,
  signUpInput,
  type TestAccounts,
  tokenMailedTo,
} from "../../../tests/factories/accounts-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { POLICY_VERSION } from "./privacy-policy";
import { signUp } from "./sign-up.server";
import { verifyEmail } from "./verify-email.server";

const input = signUpInput();

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string, values?: unknown[]) => (await database.owner.query(text, values)).rows;

afterEach(() => ctx.settle());

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
});

const users = () => rows("select * from users");

describe("sign-up", () => {
  test("[1.1a] [1.1c] keeps email and name, and the organization's name", async () => {
    await signUp(ctx, input);
    expect(await users()).toMatchObject([{ email: "aisyah@kedaikopi.my", name: "Aisyah Rahman" }]);
    expect(await rows("select * from organizations")).toMatchObject([
      { name: "Kedai Kopi Pagi", slug: "kedai-kopi-pagi", currency: "MYR", time_zone: "Asia/Kuala_Lumpur" },
    ]);
    expect(await rows("select role, state from memberships")).toEqual([{ role: "admin", state: "active" }]);
  });

  test("[1.1b] keeps the password as a bcrypt hash and nowhere else", async () => {
    await signUp(ctx, input);
    const [user] = await users();
    expect(user?.password_hash).toMatch(/^\$2b\$04\$.{53}$/);
    expect(user?.password_scheme).toBe(1);
    expect(JSON.stringify(user)).not.toContain("teh tarik");
  });

  test("[9.1] records when the person confirmed to be 18 or over, and which policy they accepted", async () => {
    await signUp(ctx, input);
    const [user] = await users();
    expect(user?.adult_confirmed_at).toBeInstanceOf(Date);
    expect(user?.policy_accepted_at).toBeInstanceOf(Date);
    expect(user?.policy_version).toBe(POLICY_VERSION);
  });

  test("mails a link whose token is kept as a hash only", async () => {
    await signUp(ctx, input);
    await ctx.settle();
    const token = tokenMailedTo(ctx, input.email);
    const [kept] = await rows("select token_hash, expires_at, created_at from email_tokens");
    expect(kept?.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(Number(kept?.expires_at) - Number(kept?.created_at)).toBeLessThanOrEqual(3_600_000);
  });

  test("refuses when the policy on the page is not the present one", async () => {
    await expect(signUp(ctx, { ...input, policyVersion: "2020-01-01" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await users()).toEqual([]);
  });

  test("refuses a guessable password beside its field", async () => {
    for (const password of ["password123", "Aisyah2024", "kedaikopi1"]) {
      await expect(signUp(ctx, { ...input, password })).rejects.toMatchObject({
        code: "invalid",
        fields: { password: expect.stringContaining("errors:accounts.password") },
      });
    }
    expect(await users()).toEqual([]);
  });

  test("gives a second organization of the same name another slug", async () => {
    await signUp(ctx, input);
    await signUp(ctx, { ...input, email: "b@example.com" });
    await signUp(ctx, { ...input, email: "c@example.com", organization: "美食" });
    const slugs = (await rows("select slug from organizations order by created_at")).map((row) => row.slug);
    expect(slugs).toEqual([
      "kedai-kopi-pagi",
      expect.stringMatching(/^kedai-kopi-pagi-[a-z2-9]{5}$/),
      "shop",
    ]);
  });

  test("writes the act into the organization's audit log", async () => {
    await signUp(ctx, input);
    expect(await rows("select action, actor_kind, ip from audit_log")).toEqual([
      { action: "organization.created", actor_kind: "user", ip: "203.0.113.7" },
    ]);
  });
});

describe("sign-up with an email that is known", () => {
  test("changes nothing of a verified account, answers the same and tells its owner by mail", async () => {
    await signUp(ctx, input);
    await ctx.settle();
    await verifyEmail(ctx, tokenMailedTo(ctx, input.email));
    const before = await users();
    await signUp(ctx, { ...input, name: "Stranger", password: "nasi lemak sambal lebih" });
    await ctx.settle();
    expect(await users()).toEqual(before);
    expect(await rows("select 1 from organizations")).toHaveLength(1);
    expect(ctx.sent.at(-1)).toMatchObject({ to: input.email, subject: "You already have an OruCRM account" });
    expect(ctx.sent.at(-1)?.text).not.toMatch(/token|Stranger/);
  });

  test("lets the last sign-up of an unverified email count, and voids the links before it", async () => {
    await signUp(ctx, { ...input, name: "A Stranger", organization: "Not hers" });
    await ctx.settle();
    const strangers = tokenMailedTo(ctx, input.email);
    await signUp(ctx, input);
    await ctx.settle();
    expect(await verifyEmail(ctx, strangers)).toBe(false);
    expect(await verifyEmail(ctx, tokenMailedTo(ctx, input.email))).toBe(true);
    expect(await users()).toMatchObject([{ name: "Aisyah Rahman" }]);
    expect(await rows("select name, slug from organizations")).toEqual([
      { name: "Kedai Kopi Pagi", slug: "kedai-kopi-pagi" },
    ]);
  });

  test("makes one account of twins that arrive at once", async () => {
    await Promise.all([signUp(ctx, input), signUp(ctx, input)]);
    expect(await users()).toHaveLength(1);
    expect(await rows("select 1 from organizations")).toHaveLength(1);
  });

  test("[2.2a] takes as long as with a new one", async () => {
    await signUp(ctx, input);
    await ctx.settle();
    await verifyEmail(ctx, tokenMailedTo(ctx, input.email));
    const evenly = { ...ctx, answerAfterMs: 500 };
    const known = await timed(() => signUp(evenly, input));
    const unknown = await timed(() => signUp(evenly, { ...input, email: "new@example.com" }));
    // Both wait for the same moment; without it they differ by the writes of a new account.
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(495);
    expect(Math.abs(known - unknown)).toBeLessThan(150);
  });
});

describe("sign-up limits", () => {
  test("[2.2a] slow down one email, known or not, and open again", async () => {
    for (let i = 0; i < 3; i++) await signUp(ctx, input);
    await expect(signUp(ctx, input)).rejects.toMatchObject({ code: "too_many", values: { minutes: 5 } });
    ctx.wait(300);
    await signUp(ctx, input);
  });

  test("[2.2a] slow down one address across emails, and no other address", async () => {
    for (let i = 0; i < 20; i++) {
      await expect(signUp(ctx, { ...input, password: "password" })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await expect(signUp(ctx, { ...input, email: "z@example.com" })).rejects.toMatchObject({
      code: "too_many",
    });
    await signUp({ ...ctx, visit: { ...ctx.visit, ip: "203.0.113.8" } }, input);
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
