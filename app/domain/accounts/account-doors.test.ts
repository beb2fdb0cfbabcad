import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { sqlState } from "~/db/database-error";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();

/** SQLSTATE of a statement run as the app's role; null when it is allowed. */
async function refusalOf(statement: string): Promise<string | null> {
  return openHttp(database.url)
    .execute(sql.raw(statement))
    .then(() => null, sqlState);
}

const DENIED = "42501";

describe("the app's role", () => {
  test.each([
    "users",
    "sessions",
    "email_tokens",
    "totp_factors",
    "passkeys",
    "recovery_codes",
    "spent_tokens",
    "factor_resets",
  ])("[2.2a] cannot touch %s by itself", async (table) => {
    expect(await refusalOf(`select 1 from ${table}`)).toBe(DENIED);
    expect(await refusalOf(`delete from ${table}`)).toBe(DENIED);
    expect(await refusalOf(`truncate ${table}`)).toBe(DENIED);
  });

  test.each([
    "account_audit(gen_random_uuid(), 'x', null, '{}')",
    "account_replace_token(gen_random_uuid(), 'x', gen_random_uuid(), 'x', 60)",
    "account_insert_session(gen_random_uuid(), gen_random_uuid(), '{}')",
    "account_organizations(gen_random_uuid())",
    "user_has_factor(gen_random_uuid())",
    "session_is_fresh(gen_random_uuid())",
    "session_user_id(gen_random_uuid())",
    "token_spend('x')",
    "proof_spend(gen_random_uuid(), '{}')",
    "factors_of(gen_random_uuid())",
    "factors_lock(gen_random_uuid())",
    "factors_tidy(gen_random_uuid())",
    "recovery_codes_begin(gen_random_uuid(), '{}')",
    "factor_reset_at(gen_random_uuid())",
    "session_begin_by_factor(gen_random_uuid(), 'totp', gen_random_uuid(), '{}')",
    "free_slug('a', 'b')",
  ])("cannot call the inner function %s", async (call) => {
    expect(await refusalOf(`select ${call}`)).toBe(DENIED);
  });

  test("gets a password hash from the two functions that compare it, and from no other", async () => {
    const { rows } = await database.owner.query(`
      select p.proname from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosrc ilike '%password_hash%'
        and p.prosrc ilike '%''passwordHash''%' and has_function_privilege('orucrm_app', p.oid, 'execute')
      order by 1`);
    expect(rows.map((row) => row.proname)).toEqual([
      "account_find_for_login",
      "account_find_for_password_change",
    ]);
  });
});
