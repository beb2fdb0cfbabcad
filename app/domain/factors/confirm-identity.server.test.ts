import { beforeEach, describe, expect, test } from "vitest";
import { clearAccounts } from "../../../tests/factories/accounts-context";
import {
  createFactorsContext,
  startAccount,
  type TestFactors,
} from "../../../tests/factories/factors-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { logIn } from "../accounts/log-in.server";
import { confirmIdentity } from "./confirm-identity.server";
import { getFactors } from "./factors-queries.server";
import { requireFreshSession } from "./require-fresh-session.server";

const database = await createTestDatabase();
let ctx: TestFactors;
let account: Awaited<ReturnType<typeof startAccount>>;

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createFactorsContext(database.url);
  account = await startAccount(ctx, "aisyah@kedai.my");
});

const age = (minutes: number) =>
  database.owner.query(
    `update sessions set created_at = created_at - make_interval(mins => $1),
       reauthenticated_at = reauthenticated_at - make_interval(mins => $1)`,
    [minutes],
  );
const isFresh = () =>
  requireFreshSession(ctx, account.session.sessionId).then(
    () => true,
    (error: { messageKey: string }) => error.messageKey,
  );
const confirm = (password: string) =>
  confirmIdentity(ctx, account.session.sessionId, { method: "password", password });

describe("a grave act", () => {
  test("[2.2a] may follow a log-in for ten minutes, and then asks who it is", async () => {
    expect(await isFresh()).toBe(true);
    await age(9);
    expect(await isFresh()).toBe(true);
    await age(2);
    expect(await isFresh()).toBe("errors:confirmFirst");
    expect((await getFactors(ctx, account.session.sessionId)).isFresh).toBe(false);
  });

  test("may follow the right password for ten minutes", async () => {
    await age(11);
    await confirm(account.password);
    expect(await isFresh()).toBe(true);
    await age(11);
    expect(await isFresh()).toBe("errors:confirmFirst");
  });

  test("does not follow a wrong password", async () => {
    await age(11);
    await expect(confirm("a wrong guess")).rejects.toMatchObject({
      code: "invalid",
      fields: { password: "errors:accounts.currentPasswordWrong" },
    });
    expect(await isFresh()).toBe("errors:confirmFirst");
  });

  test("is refused in a session that is over, whatever is given", async () => {
    await database.owner.query("update sessions set ended_at = now()");
    expect(await isFresh()).toBe("errors:sessionEnded");
    await expect(confirm(account.password)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is confirmed in one session, not in the person's others", async () => {
    const other = await startSecond();
    await age(11);
    await confirm(account.password);
    await expect(requireFreshSession(ctx, other)).rejects.toMatchObject({
      messageKey: "errors:confirmFirst",
    });
  });

  test("is an act in the audit log", async () => {
    await confirm(account.password);
    const { rows } = await database.owner.query(
      "select facts, ip from audit_log where action = 'session.confirmed'",
    );
    expect(rows).toEqual([{ facts: { by: "password" }, ip: "203.0.113.7" }]);
  });
});

test("guesses are slowed down after five, and the right password sets them back", async () => {
  for (let i = 0; i < 4; i++) await confirm("a wrong guess").catch(() => undefined);
  await confirm(account.password);
  await ctx.settle();
  for (let i = 0; i < 5; i++)
    await expect(confirm("a wrong guess")).rejects.toMatchObject({ code: "invalid" });
  await expect(confirm(account.password)).rejects.toMatchObject({ code: "too_many" });
  ctx.wait(30);
  await confirm(account.password);
});

async function startSecond(): Promise<string> {
  const outcome = await logIn(ctx, { email: account.email, password: account.password });
  if (outcome.outcome !== "started") throw new Error("no session");
  return outcome.session.sessionId;
}
