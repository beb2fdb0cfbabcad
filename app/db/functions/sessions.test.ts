import { afterAll, expect, test } from "vitest";
import { Crowd } from "../../../tests/factories/crowd-changes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner);
afterAll(() => crowd.leave());

const SESSIONS = [
  "ann live",
  "ann ended",
  "ann expired",
  "zoe live",
  "kim live",
  "kim ended",
  "kim expired",
  "uli live",
  "nobody's",
];
const REFUSALS = ["null", "false", "nothing", "[]", "refused OR401", "{outcome:session_over}"];

/** Which of the sessions a function takes. */
async function takers(sql: string, ...values: unknown[]): Promise<string[]> {
  const taken: string[] = [];
  for (const name of SESSIONS) {
    const answer = await crowd.answerOf({ sql, values: [idOf(name), ...values] });
    if (!REFUSALS.includes(answer)) taken.push(`${name}: ${answer}`);
  }
  return taken;
}

const HASH = "ann's hash";
const VISIT = JSON.stringify({ ip: "new ip", device: "new device" });

const CASES: [name: string, sql: string, ...values: unknown[]][] = [
  ["account_places", "select account_places($1) -> 'email'"],
  ["account_data", "select account_data($1) -> 'profile' -> 'email'"],
  ["account_find_by_session", "select account_find_by_session($1) -> 'email'"],
  ["session_user_id", "select session_user_id($1)"],
  ["account_of_session", "select account_of_session($1)"],
  ["account_closing", "select account_closing($1) -> 'email'"],
  ["account_find_for_password_change", "select account_find_for_password_change($1) -> 'email'"],
  ["session_list", "select session_list($1)"],
  ["profile_update", "select profile_update($1, 'New', null, null, null)"],
  [
    "password_change",
    "select password_change($1, $2, 'new', 1, gen_random_uuid(), $3) -> 'userId'",
    HASH,
    VISIT,
  ],
  ["account_close", "select account_close($1, 30, null) -> 'outcome'"],
  ["account_reopen", "select account_reopen($1, null)"],
  [
    "account_create_organization",
    "select account_create_organization($1, gen_random_uuid(), 'New', 'new', 'new-2', 'UTC', 'MYR', null)",
  ],
  ["account_accept_invitation", "select account_accept_invitation($1, 'eva to omega', null, null)"],
  ["factors_find_by_session", "select factors_find_by_session($1) -> 'user' -> 'email'"],
  ["factor_reset_cancel", "select factor_reset_cancel($1, null) -> 'email'"],
  ["session_end_others", "select session_end_others($1, null) -> 'endedSessions'"],
  ["notification_preferences_find", "select notification_preferences_find($1)"],
  ["notifications_list", "select jsonb_array_length(notifications_list($1, null, null, 10))"],
  ["notifications_read", "select nullif(notifications_read($1, null), 0)"],
  ["require_own_factor", "select require_own_factor($1)"],
  ["shell_state", "select shell_state($1)"],
  ["policy_find", "select policy_find($1)"],
  ["policy_accept", "select policy_accept($1, '9', null)"],
  ["totp_begin", "select totp_begin($1, gen_random_uuid(), 'sealed')"],
  ["session_is_fresh", 'select session_confirm($1, \'{"kind": "recovery", "hash": "unused"}\', null)'],
];

test.each(CASES)("%s takes live sessions only", async (_name, sql, ...values) => {
  expect(await takers(sql, ...values)).toMatchSnapshot();
});
