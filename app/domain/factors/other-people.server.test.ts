import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFactorsContext,
  startAccount,
  switchPasskeyOn,
  switchTotpOn,
  type TestFactors,
} from "../../../tests/factories/factors-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { getFactors } from "./factors-queries.server";
import { removeTotp } from "./remove-totp.server";

const database = await createTestDatabase();
type Account = Awaited<ReturnType<typeof startAccount>>;
let ctx: TestFactors;
let mine: Account;
let other: Account;

beforeEach(async () => {
  ctx = createFactorsContext(database.url);
  mine = await startAccount(ctx, `${randomUUID()}@kedai.my`);
  other = await startAccount(ctx, `${randomUUID()}@kedai.my`);
});
// What runs after an answer must not meet the next test's rows half-way.
afterEach(() => ctx.settle());

const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const factorsOf = ({ session }: Account) => getFactors(ctx, session.sessionId);

async function fingerprintOf({ session }: Account): Promise<string> {
  const [row] = await rows(
    "SELECT encode(sha256(convert_to(password_hash, 'UTF8')), 'hex') AS is FROM users WHERE id = $1",
    [session.userId],
  );
  return row.is;
}

describe("second factors of another person", () => {
  test("stay when somebody sets theirs up anew", async () => {
    for (const one of [mine, other]) {
      await switchTotpOn(ctx, one.session.sessionId);
      await switchPasskeyOn(ctx, one.session.sessionId);
    }
    const before = await factorsOf(other);
    await rows(
      `INSERT INTO factor_resets (id, user_id, token_hash, link_expires_at, effective_at)
       VALUES ($1, $2, $3, now() + interval '1 hour', now() - interval '1 second')`,
      [randomUUID(), mine.session.userId, randomUUID()],
    );
    const [finished] = await rows("SELECT factor_reset_finish($1, $2, $3, $4, '{}') AS answer", [
      mine.session.userId,
      await fingerprintOf(mine),
      `${randomUUID()}:2999`,
      randomUUID(),
    ]);
    expect(finished.answer).toMatchObject({ email: mine.email });
    expect(await rows("SELECT 1 FROM recovery_codes WHERE user_id = $1", [mine.session.userId])).toEqual([]);
    expect(await factorsOf(other)).toEqual(before);
  });

  test("give nobody else recovery codes, and take none from them", async () => {
    await switchTotpOn(ctx, other.session.sessionId);
    const { codes } = await switchTotpOn(ctx, mine.session.sessionId);
    expect(codes).not.toBeNull();
    expect((await factorsOf(mine)).recoveryCodesLeft).toBe(codes?.length);
  });

  test("prove nothing: a recovery code that two people have is used up by one of them", async () => {
    const ids = [mine, other].map(({ session }) => session.userId);
    await rows("INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, 'same'), ($2, 'same')", ids);
    const proof = JSON.stringify({ kind: "recovery", hash: "same" });
    const [spent] = await rows("SELECT proof_spend($1, $2) AS answer", [ids[0], proof]);
    expect(spent.answer).toBe(true);
    expect(
      await rows("SELECT user_id FROM recovery_codes WHERE used_at IS NULL AND user_id = ANY ($1)", [ids]),
    ).toEqual([{ user_id: ids[1] }]);
  });
});

describe("a way in that is not there", () => {
  test("is not found when it is to be removed", async () => {
    await expect(removeTotp(ctx, mine.session.sessionId)).rejects.toMatchObject({ code: "not_found" });
    expect(ctx.sent.filter(({ to }) => to === mine.email)).toHaveLength(1);
  });

  test("[3.3d] an email that is not verified leads to no second step", async () => {
    const find = async () =>
      (
        await rows("SELECT factors_find_by_password($1, $2) AS answer", [
          mine.session.userId,
          await fingerprintOf(mine),
        ])
      )[0].answer;
    expect(await find()).not.toBeNull();
    await rows("UPDATE users SET email_verified_at = NULL WHERE id = $1", [mine.session.userId]);
    expect(await find()).toBeNull();
  });
});
