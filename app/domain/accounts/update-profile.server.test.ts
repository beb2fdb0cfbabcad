import { beforeEach, describe, expect, test } from "vitest";
import {
  clearAccounts,
  createAccountsContext,
  signUpAndVerify,
  signUpInput,
  type TestAccounts,
} from "../../../tests/factories/accounts-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { logIn } from "./log-in.server";
import { updateProfile } from "./update-profile.server";

const input = signUpInput();

const database = await createTestDatabase();
let ctx: TestAccounts;

const rows = async (text: string, values?: unknown[]) => (await database.owner.query(text, values)).rows;
let sessionId: string;

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
  await signUpAndVerify(ctx, input);
  const outcome = await logIn(ctx, { email: input.email, password: input.password });
  if (outcome.outcome !== "started") throw new Error("no session");
  sessionId = outcome.session.sessionId;
});

const profile = () => rows("select name, language, theme from users");

describe("profile", () => {
  test("[6.3] changes what is given and keeps the rest", async () => {
    await updateProfile(ctx, sessionId, { theme: "dark" });
    expect(await profile()).toEqual([{ name: input.name, language: "en", theme: "dark" }]);
    await updateProfile(ctx, sessionId, { name: "Aisyah R.", language: "ms" });
    expect(await profile()).toEqual([{ name: "Aisyah R.", language: "ms", theme: "dark" }]);
  });

  test("audits a new name with the former one, and not a theme", async () => {
    await updateProfile(ctx, sessionId, { theme: "dark" });
    await updateProfile(ctx, sessionId, { name: "Aisyah R." });
    const audited = await rows(
      `select facts, before, after from audit_log join audit_values using (org_id, seq)
       where action = 'profile.updated'`,
    );
    const [before, after] = [{ name: input.name }, { name: "Aisyah R." }];
    expect(audited).toEqual([{ facts: { fields: "name" }, before, after }]);
  });

  test("is refused to a session that is over", async () => {
    await rows("update sessions set expires_at = now()");
    await expect(updateProfile(ctx, sessionId, { name: "X" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(await profile()).toMatchObject([{ name: input.name }]);
  });
});
