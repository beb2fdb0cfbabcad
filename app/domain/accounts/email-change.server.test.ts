import { beforeEach, describe, expect, test } from "vitest";
import { maskEmail } from "~/lib/mask-contact";
import {
  clearAccounts,
  createAccountsContext,
  signUpAndVerify,
  signUpInput,
  type TestAccounts,
  tokenMailedTo,
} from "../../../tests/factories/accounts-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { findAccountBySession } from "./account-queries.server";
import { confirmEmailChange } from "./confirm-email-change.server";
import { logIn } from "./log-in.server";
import { requestEmailChange } from "./request-email-change.server";
import { resetPassword } from "./reset-password.server";
import { signUp } from "./sign-up.server";
import { undoEmailChange } from "./undo-email-change.server";

const input = signUpInput();
const { email: oldEmail, password } = input;
const newEmail = "aisyah@kedaikopipagi.my";

const database = await createTestDatabase();
let ctx: TestAccounts;
let sessionId: string;

const rows = async (text: string) => (await database.owner.query(text)).rows;
const emails = async () => (await rows("select email from users order by email")).map(({ email }) => email);

async function start(email = oldEmail, as = password): Promise<string> {
  const outcome = await logIn(ctx, { email, password: as });
  if (outcome.outcome !== "started") throw new Error("no session");
  return outcome.session.sessionId;
}

async function change(email = newEmail): Promise<boolean> {
  await requestEmailChange(ctx, sessionId, { email });
  await ctx.settle();
  const isChanged = await confirmEmailChange(ctx, tokenMailedTo(ctx, email));
  await ctx.settle();
  return isChanged;
}

beforeEach(async () => {
  await clearAccounts(database.owner);
  ctx = createAccountsContext(database.url);
  await signUpAndVerify(ctx, input);
  sessionId = await start();
  await ctx.settle();
  ctx.sent.length = 0;
});

describe("a change of email", () => {
  test("counts once the link to the new email is opened, and both emails are told", async () => {
    await requestEmailChange(ctx, sessionId, { email: newEmail });
    await ctx.settle();
    expect(await emails()).toEqual([oldEmail]);
    expect(await confirmEmailChange(ctx, tokenMailedTo(ctx, newEmail))).toBe(true);
    await ctx.settle();
    expect(await emails()).toEqual([newEmail]);
    expect(ctx.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [newEmail, "Confirm your new email for OruCRM"],
      [oldEmail, "The email of your OruCRM account was changed"],
      [newEmail, "Your OruCRM account now has this address"],
    ]);
    await start(newEmail);
    await ctx.settle();
    expect(
      (await rows("select action from audit_log where action like 'email.chang%' order by seq")).length,
    ).toBe(2);
  });

  test("needs a proof of the last ten minutes, without which nothing is spent and nobody is mailed", async () => {
    await rows("update sessions set created_at = now() - interval '11 minutes'");
    for (let i = 0; i < 12; i++) {
      await expect(requestEmailChange(ctx, sessionId, { email: newEmail })).rejects.toMatchObject({
        messageKey: "errors:confirmFirst",
      });
    }
    await ctx.settle();
    expect(ctx.sent).toEqual([]);
    await rows("update sessions set created_at = now()");
    expect(await change()).toBe(true);
  });

  test("is refused by the database itself when the proof grew old meanwhile", async () => {
    await rows("update sessions set created_at = now() - interval '11 minutes'");
    const request = "select email_change_request($1, 'x@example.com', gen_random_uuid(), 'hash', 60, null)";
    await expect(database.owner.query(request, [sessionId])).rejects.toMatchObject({ code: "OR449" });
  });

  test("is asked for by the version of the app before as well, with the password's hash and no weaker", async () => {
    const [{ hash }] = await rows("select password_hash as hash from users");
    const request = async (passwordHash: string) => {
      const query = `select email_change_request($1, $2, 'x@example.com', gen_random_uuid(), 'token', 60, null) as outcome`;
      const found = await database.owner.query(query, [sessionId, passwordHash]);
      return found.rows[0].outcome;
    };
    expect(await request("another")).toBeNull();
    expect(await request(hash)).toBe("requested");
    await rows("update sessions set created_at = now() - interval '11 minutes'");
    await expect(request(hash)).rejects.toMatchObject({ code: "OR449" });
  });

  test("is written down with both emails, masked, at each of its steps", async () => {
    await change();
    await undoEmailChange(ctx, tokenMailedTo(ctx, oldEmail));
    const [former, next] = [{ email: maskEmail(oldEmail) }, { email: maskEmail(newEmail) }];
    expect(
      await rows(
        `select action, before, after from audit_log join audit_values using (org_id, seq)
         where action like 'email.chang%' order by seq`,
      ),
    ).toEqual([
      { action: "email.change_requested", before: former, after: next },
      { action: "email.changed", before: former, after: next },
      { action: "email.change_undone", before: next, after: former },
    ]);
  });

  test.each([
    "a@b.my",
    "kak.ros@kedai.com.my",
    "😀@例.my",
    "no address",
    "a@b",
    "a@.my",
    "@b.my",
    "a@b@c.my",
    "",
  ])("masks %j in the log as the screens do", async (email) => {
    const [row] = (await database.owner.query("select masked_email($1) as masked", [email])).rows;
    expect(row.masked).toBe(maskEmail(email));
  });

  test("tells an email that has an account, changes nothing, and answers the same", async () => {
    await signUpAndVerify(ctx, signUpInput({ email: newEmail, organization: "Another Shop" }));
    ctx.sent.length = 0;
    expect(await requestEmailChange(ctx, sessionId, { email: newEmail })).toBeUndefined();
    await ctx.settle();
    expect(ctx.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [newEmail, "This address already has an OruCRM account"],
    ]);
    expect(await emails()).toEqual([oldEmail, newEmail]);
  });

  test("is not kept up by a stranger who signed up with the email and never verified it", async () => {
    await signUp(ctx, signUpInput({ email: newEmail, organization: "Squatter" }));
    await ctx.settle();
    expect(await change()).toBe(true);
    expect(await emails()).toEqual([newEmail]);
    expect(await rows("select 1 from organizations where name = 'Squatter'")).toEqual([]);
  });

  test("works once, within the hour, and only by the last link", async () => {
    await requestEmailChange(ctx, sessionId, { email: "first@example.com" });
    await ctx.settle();
    const first = tokenMailedTo(ctx, "first@example.com");
    expect(await change()).toBe(true);
    expect(await confirmEmailChange(ctx, tokenMailedTo(ctx, newEmail))).toBe(false);
    expect(await confirmEmailChange(ctx, first)).toBe(false);
  });

  test("cannot be asked for by a session that is over", async () => {
    await rows("update sessions set ended_at = now()");
    await expect(requestEmailChange(ctx, sessionId, { email: newEmail })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("the way back", () => {
  test("gives the account to the old email, ends every session and lets a new password be chosen", async () => {
    await change();
    const undo = tokenMailedTo(ctx, oldEmail);
    const undone = await undoEmailChange(ctx, undo);
    await ctx.settle();
    expect(await emails()).toEqual([oldEmail]);
    expect(await findAccountBySession(ctx, sessionId)).toBeNull();
    expect(ctx.closed).toContain(sessionId);
    // Whoever moved the account knew the password.
    await expect(start(oldEmail)).rejects.toMatchObject({ code: "invalid" });
    const newPassword = "nasi lemak sambal lebih";
    expect(await resetPassword(ctx, { token: undone?.resetToken ?? "", newPassword })).toBe(true);
    await start(oldEmail, newPassword);
    expect(await undoEmailChange(ctx, undo)).toBeNull();
    await ctx.settle();
  });

  test("takes the second factors with it that were added around the move, and leaves the owner's", async () => {
    await rows(
      `insert into totp_factors (user_id, id, sealed, confirmed_at, created_at)
       select id, gen_random_uuid(), 'own', now() - interval '9 days', now() - interval '9 days' from users`,
    );
    const addPasskey = (name: string, ago: string) =>
      rows(
        `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, is_backed_up, name, created_at)
         select gen_random_uuid(), id, '${name}', 'key', 0, '{}', false, '${name}', now() - interval '${ago}' from users`,
      );
    await addPasskey("own", "9 days");
    await addPasskey("before", "1 hour");
    await change();
    await addPasskey("after", "0 hours");
    await rows("insert into recovery_codes (user_id, code_hash) select id, 'thief' from users");
    expect(await undoEmailChange(ctx, tokenMailedTo(ctx, oldEmail))).not.toBeNull();
    await ctx.settle();
    expect(await rows("select name from passkeys")).toEqual([{ name: "own" }]);
    expect(await rows("select sealed from totp_factors")).toEqual([{ sealed: "own" }]);
    expect(await rows("select code_hash from recovery_codes")).toEqual([]);
  });

  test("works for seven days", async () => {
    await change();
    const [row] = await rows(
      "select round(extract(epoch from expires_at - created_at) / 86400) as days from email_tokens where purpose = 'undo_email_change'",
    );
    expect(Number(row?.days)).toBe(7);
    await rows("update email_tokens set expires_at = now()");
    expect(await undoEmailChange(ctx, tokenMailedTo(ctx, oldEmail))).toBeNull();
  });

  test("wins over later moves of the account, whose own ways back are closed by it", async () => {
    await change();
    const owners = tokenMailedTo(ctx, oldEmail);
    sessionId = await start(newEmail);
    await change("thief@example.com");
    const thiefs = tokenMailedTo(ctx, newEmail);
    expect(await undoEmailChange(ctx, owners)).not.toBeNull();
    expect(await undoEmailChange(ctx, thiefs)).toBeNull();
    expect(await emails()).toEqual([oldEmail]);
    await ctx.settle();
  });

  test("stays open: the email cannot be taken by somebody else meanwhile", async () => {
    await change();
    await signUp(ctx, { ...input, organization: "Squatter" });
    await ctx.settle();
    expect(await emails()).toEqual([newEmail]);
    expect(await undoEmailChange(ctx, tokenMailedTo(ctx, oldEmail))).not.toBeNull();
    await ctx.settle();
  });
});
