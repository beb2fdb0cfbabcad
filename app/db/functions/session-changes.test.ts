import { afterAll, expect, test } from "vitest";
import { call, FINGERPRINT, VISIT } from "../../../tests/factories/crowd-calls";
import { type Call, Crowd } from "../../../tests/factories/crowd-changes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner);
afterAll(() => crowd.leave());

const SIGN_UP = `account_sign_up($1, 'uli@example.com', 'Uli', 'hash', 2, '1', 'ms', $2, 'Nova 2', 'nova-2', 'nova-3',
  $3, 'new', 60, null)`;

/** Each changes rows of one person or organization; everybody else has some that look alike. */
const CALLS: Record<string, Call> = {
  "signs somebody unverified up again": call(
    SIGN_UP,
    idOf("new"),
    idOf("new organization"),
    idOf("new token"),
  ),
  "starts one for the right password of somebody without a factor": call(
    "session_start($1, 'sam''s hash', $2, $3)",
    idOf("sam"),
    idOf("new session"),
    VISIT,
  ),
  "starts none for a wrong password": call(
    "session_start($1, 'no hash', $2, $3)",
    idOf("sam"),
    idOf("new session"),
    VISIT,
  ),
  "starts none without the second factor": call(
    "session_start($1, 'ann''s hash', $2, $3)",
    idOf("ann"),
    idOf("new session"),
    VISIT,
  ),
  "starts none of somebody unverified": call(
    "session_start($1, 'uli''s hash', $2, $3)",
    idOf("uli"),
    idOf("new session"),
    VISIT,
  ),
  "starts one by a code": call(
    `session_start_by_factor($1, ${FINGERPRINT}, 'token', $2, $3, $4)`,
    idOf("ann"),
    JSON.stringify({ kind: "totp", id: idOf("ann totp"), step: 11 }),
    idOf("new session"),
    VISIT,
  ),
  "starts none by a code of a step that was used": call(
    `session_start_by_factor($1, ${FINGERPRINT}, 'token', $2, $3, $4)`,
    idOf("ann"),
    JSON.stringify({ kind: "totp", id: idOf("ann totp"), step: 10 }),
    idOf("new session"),
    VISIT,
  ),
  "starts none by somebody else's code": call(
    `session_start_by_factor($1, ${FINGERPRINT}, 'token', $2, $3, $4)`,
    idOf("ann"),
    JSON.stringify({ kind: "totp", id: idOf("zoe totp"), step: 11 }),
    idOf("new session"),
    VISIT,
  ),
  "starts one by a recovery code": call(
    `session_start_by_factor($1, ${FINGERPRINT}, 'token', $2, $3, $4)`,
    idOf("ann"),
    JSON.stringify({ kind: "recovery", hash: "unused" }),
    idOf("new session"),
    VISIT,
  ),
  "starts none by a code of somebody unverified": call(
    "session_start_by_factor($1, encode(sha256('uli''s hash'), 'hex'), 'token', $2, $3, $4)",
    ...[idOf("uli"), JSON.stringify({ kind: "recovery", hash: "unused" }), idOf("new session"), VISIT],
  ),
  "starts none by a used recovery code": call(
    `session_start_by_factor($1, ${FINGERPRINT}, 'token', $2, $3, $4)`,
    idOf("ann"),
    JSON.stringify({ kind: "recovery", hash: "used" }),
    idOf("new session"),
    VISIT,
  ),
  "starts one by a passkey": call(
    "session_start_by_passkey($1, $2, $3, $4)",
    idOf("ann"),
    JSON.stringify({ kind: "passkey", token: "t", id: idOf("ann phone"), counter: 6 }),
    idOf("new session"),
    VISIT,
  ),
  "starts none by somebody else's passkey": call(
    "session_start_by_passkey($1, $2, $3, $4)",
    idOf("ann"),
    JSON.stringify({ kind: "passkey", token: "t", id: idOf("zoe phone"), counter: 6 }),
    idOf("new session"),
    VISIT,
  ),
  "starts none by a passkey of somebody unverified": call(
    "session_start_by_passkey($1, $2, $3, $4)",
    idOf("uli"),
    JSON.stringify({ kind: "passkey", token: "t", id: idOf("ann phone"), counter: 6 }),
    idOf("new session"),
    VISIT,
  ),
  "ends one": call("session_end($1, 'logged_out', null)", idOf("ann live")),
  "ends none twice": call("session_end($1, 'logged_out', null)", idOf("ann ended")),
  "ends another one of one's own": call(
    "session_end_other($1, $2, null)",
    idOf("ann live"),
    idOf("ann other"),
  ),
  "ends nobody else's": call("session_end_other($1, $2, null)", idOf("ann live"), idOf("zoe other")),
  "ends no other twice": call("session_end_other($1, $2, null)", idOf("ann live"), idOf("ann ended")),
  "ends all others": call("session_end_others($1, null)", idOf("ann live")),
  "confirms who one is": call(
    "session_confirm($1, $2, null)",
    idOf("ann live"),
    JSON.stringify({ kind: "recovery", hash: "unused" }),
  ),
  "remembers a device, and that it is new": call("account_remember_device($1, $2)", idOf("ann"), VISIT),
  "finds nothing new in somebody's first device": call("account_remember_device($1, $2)", idOf("sam"), VISIT),
};

test.each(Object.entries(CALLS))("%s", async (_name, one) => {
  expect((await crowd.changesOf(one)).join("\n")).toMatchSnapshot();
});
