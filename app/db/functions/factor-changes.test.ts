import { afterAll, expect, test } from "vitest";
import { call, FINGERPRINT, VISIT } from "../../../tests/factories/crowd-calls";
import { type Call, Crowd } from "../../../tests/factories/crowd-changes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner);
afterAll(() => crowd.leave());

/** Each changes rows of one person or organization; everybody else has some that look alike. */
const CALLS: Record<string, Call> = {
  "adds a passkey": call(
    "passkey_add($1, $2, 'token', '{a,b}', null)",
    idOf("ann live"),
    JSON.stringify({
      id: idOf("new passkey"),
      credentialId: "new",
      publicKey: "key",
      counter: 0,
      transports: [],
      isBackedUp: false,
      name: "new",
    }),
  ),
  "renames a passkey": call("passkey_rename($1, $2, 'new', null)", idOf("ann live"), idOf("ann phone")),
  "renames nobody else's": call("passkey_rename($1, $2, 'new', null)", idOf("ann live"), idOf("zoe phone")),
  "removes a passkey": call("passkey_remove($1, $2, null)", idOf("ann live"), idOf("ann phone")),
  "removes nobody else's": call("passkey_remove($1, $2, null)", idOf("ann live"), idOf("zoe phone")),
  "removes a last passkey, and the codes with it": call(
    "passkey_remove($1, $2, null)",
    idOf("sam live"),
    idOf("sam phone"),
  ),
  "removes an authenticator app": call("totp_remove($1, null)", idOf("ann live")),
  "begins another one only where none is": call(
    "totp_begin($1, $2, 'new')",
    idOf("ann live"),
    idOf("new totp"),
  ),
  "begins one": call("totp_begin($1, $2, 'new')", idOf("sam live"), idOf("new totp")),
  "gives codes to who has none": call("recovery_codes_begin($1, '{a,b}')", idOf("sam")),
  "gives none to who has some": call("recovery_codes_begin($1, '{a,b}')", idOf("ann")),
  "confirms a new authenticator app": call(
    "totp_confirm($1, $2, 7, '{a}', null)",
    idOf("sam live"),
    idOf("sam totp"),
  ),
  "confirms nobody else's": call("totp_confirm($1, $2, 7, '{a}', null)", idOf("cat live"), idOf("sam totp")),
  "replaces codes": call("recovery_codes_replace($1, '{a,b}', null)", idOf("ann live")),
  "asks to reset factors": call(
    `factor_reset_request($1, ${FINGERPRINT}, $2, 'new', null)`,
    idOf("ann"),
    idOf("new reset"),
  ),
  "asks to reset the factors of one person": call(
    "factor_reset_request($1, encode(sha256('ben''s hash'), 'hex'), $2, 'new', null)",
    ...[idOf("ben"), idOf("new reset")],
  ),
  "finishes none of somebody unverified": call(
    "factor_reset_finish($1, encode(sha256('uli''s hash'), 'hex'), 'token', $2, $3)",
    ...[idOf("uli"), idOf("new session"), VISIT],
  ),
  "begins the wait": call("factor_reset_begin('sam reset asked', null)"),
  "begins none by a link that is over": call("factor_reset_begin('ann reset asked too late', null)"),
  "cancels a reset": call("factor_reset_cancel($1, null)", idOf("ann live")),
  "finishes a reset": call(
    `factor_reset_finish($1, ${FINGERPRINT}, 'token', $2, $3)`,
    idOf("ann"),
    idOf("new session"),
    VISIT,
  ),
};

test.each(Object.entries(CALLS))("%s", async (_name, one) => {
  expect((await crowd.changesOf(one)).join("\n")).toMatchSnapshot();
});
