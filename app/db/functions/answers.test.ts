import { afterAll, describe, expect, test } from "vitest";
import { call } from "../../../tests/factories/crowd-calls";
import { type Call, Crowd } from "../../../tests/factories/crowd-changes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner);
afterAll(() => crowd.leave());

const PURPOSES = ["verify_email", "reset_password", "change_email", "undo_email_change"];
const TOKENS = ["ann", "uli"].flatMap((name) =>
  PURPOSES.flatMap((purpose) => ["live", "used", "expired"].map((state) => `${name} ${purpose} ${state}`)),
);
const INVITATIONS = ["eva to alpha", "ugo to alpha", "fay to alpha", "eva to omega", "ben to gone"];
const RESETS = ["asked", "asked too late", "waiting", "cancelled", "finished"].map(
  (state) => `ann reset ${state}`,
);

const inOrg = (name: string, sql: string): Call => ({ sql: `select ${sql}`, org: idOf(name), role: "admin" });

const acting = (name: string, role: string): Call => ({
  ...{ sql: "select lock_members($1)", values: [JSON.stringify({ userId: idOf(name) })] },
  ...{ org: idOf("alpha"), role },
});
const demoting = (name: string, organization: string): Call => ({
  sql: "update memberships set role = 'viewer' where user_id = $1 and org_id = $2 returning role",
  values: [idOf(name), idOf(organization)],
});

/** Which of the tokens a function takes. */
async function takenBy(sql: string, tokens: readonly string[]): Promise<string[]> {
  const taken: string[] = [];
  for (const token of tokens) {
    const answer = await crowd.answerOf(call(sql, token));
    if (!["null", "nothing", "false", "{outcome:expired}"].includes(answer))
      taken.push(`${token}: ${answer}`);
  }
  return taken;
}

test.each(PURPOSES)("a link is good for %s only, once, and in time", async (purpose) => {
  expect(await takenBy(`account_find_link($1, '${purpose}') -> 'email'`, TOKENS)).toMatchSnapshot("found");
  expect(await takenBy(`user_id from email_token_use($1, '${purpose}', null)`, TOKENS)).toMatchSnapshot(
    "used",
  );
});

test.each([
  ["account_find_verification($1)", TOKENS],
  ["account_verify_email($1, null)", TOKENS],
  ["password_reset($1, 'new', 1, null) -> 'email'", TOKENS],
  ["email_change_confirm($1, gen_random_uuid(), 'new', 60, null) -> 'newEmail'", TOKENS],
  ["email_change_undo($1, 'locked', 1, gen_random_uuid(), 'new', 60, null) -> 'email'", TOKENS],
  ["account_find_invitation($1)", INVITATIONS],
  ["account_sign_up_invited($1, gen_random_uuid(), 'Eva', 'hash', 1, '1', 'en', null)", INVITATIONS],
  ["factor_reset_find($1)", RESETS],
] as const)("%s takes live tokens of its own kind only", async (sql, tokens) => {
  expect(await takenBy(sql, tokens)).toMatchSnapshot();
});

const ANSWERS: Record<string, Call> = {
  "places of somebody in several organizations": call("account_places($1)", idOf("ann live")),
  "places of somebody suspended somewhere": call("account_places($1)", idOf("dan live")),
  "places of somebody invited somewhere": call("account_places($1)", idOf("eva live")),
  "places of somebody whose invitation expired": call("account_places($1)", idOf("ben live")),
  "an account's organizations": call("account_find_by_session($1)", idOf("ann live")),
  "what a link tells of its account": call("account_find_link('ann reset_password live', 'reset_password')"),
  "what is asked before a change of password": call("account_find_for_password_change($1)", idOf("cat live")),
  "all that is kept of an account": call("account_data($1)", idOf("ann live")),
  "sessions of one's own that live": call("session_list($1)", idOf("ann live")),
  "factors of one's own": call("factors_find_by_session($1)", idOf("ann live")),
  "factors by a password": call(
    "factors_find_by_password($1, encode(sha256(convert_to('ann''s hash', 'UTF8')), 'hex')) -> 'user' -> 'email'",
    idOf("ann"),
  ),
  "no factors of somebody unverified": call(
    "factors_find_by_password($1, encode(sha256(convert_to('uli''s hash', 'UTF8')), 'hex'))",
    idOf("uli"),
  ),
  "a factor of who has one": call("user_has_factor($1)", idOf("ann")),
  "no factor of who has none": call("user_has_factor($1)", idOf("sam")),
  "organizations in which somebody is active": call("account_organizations($1)", idOf("cat")),
  "notifications of one's own": call("notifications_list($1, null, null, 10)", idOf("ann live")),
  "notifications of an organization that was left": call(
    "notifications_list($1, null, null, 10)",
    idOf("zoe live"),
  ),
  "what the shell shows": call("shell_state($1)", idOf("ann live")),
  "policies accepted": call("policy_find($1)", idOf("ann live")),
  "an address of one's own sessions": call("account_address_is_known($1, 'ip of ann live')", idOf("ann")),
  "an address of somebody else's session": call(
    "account_address_is_known($1, 'ip of zoe live')",
    idOf("ann"),
  ),
  "the address where a link to reset was opened": call(
    `account_address_is_known($1, 'ip of ann''s reset_password')`,
    idOf("ann"),
  ),
  "the address where somebody else opened one": call(
    `account_address_is_known($1, 'ip of zoe''s reset_password')`,
    idOf("ann"),
  ),
  "the address where a link of another kind was opened": call(
    "account_address_is_known($1, 'ip of ann''s verify_email')",
    idOf("ann"),
  ),
  "all that is kept of somebody else's account": call("account_data($1)", idOf("cat live")),
  "factors of who never lost any": call("factors_find_by_session($1) -> 'resetAt'", idOf("cat live")),
  "the chain of one organization": inOrg("omega", "audit_verify_page(0, 100)"),
  "a page of it": inOrg("omega", "audit_verify_page(1, 1)"),
  "an email that has an account": call("account_email_is_taken('zoe@example.com', $1)", idOf("ann")),
  "one's own email": call("account_email_is_taken('ann@example.com', $1)", idOf("ann")),
  "an email that waits for its verification": call(
    "account_email_is_taken('uli@example.com', $1)",
    idOf("ann"),
  ),
  "an email that somebody may take back": call(
    "account_email_is_taken('undo_email_change.zoe.live@example.com', $1)",
    idOf("ann"),
  ),
  "an email that nobody can take back any more": call(
    "account_email_is_taken('undo_email_change.zoe.expired@example.com', $1)",
    idOf("ann"),
  ),
  "an email that was taken back": call(
    "account_email_is_taken('undo_email_change.zoe.used@example.com', $1)",
    idOf("ann"),
  ),
  "an email that somebody moves to": call(
    "account_email_is_taken('change_email.zoe.live@example.com', $1)",
    idOf("ann"),
  ),
  "people of an organization": inOrg(
    "omega",
    "array_agg(user_id || ' ' || state order by name) from organization_people()",
  ),
  "factors in an organization": inOrg(
    "omega",
    "array_agg(user_id || ' ' || has_factor order by has_factor, user_id) from organization_factors()",
  ),
  "organizations where somebody is not suspended": call("account_find_by_session($1)", idOf("cat live")),
  "an organization that is closed, for a job": call("enter_job($1)", idOf("gone")),
  "a change by somebody of another organization": acting("zoe", "admin"),
  "a change by somebody suspended": acting("dan", "member"),
  "a change by somebody whose role it is not": acting("cat", "admin"),
  "a change by an Admin": acting("ann", "admin"),
  "an owner who becomes a viewer": demoting("ann", "alpha"),
  "another Admin who becomes a viewer": demoting("ben", "alpha"),
  "an organization that is open": inOrg("alpha", "require_open()"),
  "an organization that closes": inOrg("dusk", "require_open()"),
};

test.each(Object.entries(ANSWERS))("%s", async (_name, one) => {
  expect(await crowd.answerOf(one)).toMatchSnapshot();
});

describe("enter", () => {
  const PEOPLE = [
    "ann live",
    "ann ended",
    "ann expired",
    "cat live",
    "dan live",
    "eva live",
    "zoe live",
    "uli live",
  ];

  test.each(["alpha", "omega", "gone", "dusk", "nova"])("lets into %s who is active there", async (slug) => {
    const entered: string[] = [];
    for (const name of PEOPLE) {
      const sql = "select jsonb_build_array(e -> 'role', e -> 'organizations') from enter($1, $2) e";
      entered.push(`${name}: ${await crowd.answerOf({ sql, values: [idOf(name), slug] })}`);
    }
    expect(entered).toMatchSnapshot();
  });
});
