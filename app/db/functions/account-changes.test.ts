import { afterAll, expect, test } from "vitest";
import { call, VISIT } from "../../../tests/factories/crowd-calls";
import { type Call, Crowd } from "../../../tests/factories/crowd-changes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner);
afterAll(() => crowd.leave());

const DUE = "now() + interval '1 day'";

/** Each changes rows of one person or organization; everybody else has some that look alike. */
const CALLS: Record<string, Call> = {
  "closes her account, once others have an Admin": call("account_close($1, 30, null)", idOf("ann live")),
  "closes his account with what is his alone": call("account_close($1, 30, null)", idOf("sam live")),
  "closes the account of somebody without organizations of their own": call(
    "account_close($1, 30, null)",
    idOf("cat live"),
  ),
  "takes a closing account back, with what closed with it": call(
    "account_reopen($1, null)",
    idOf("kim live"),
  ),
  "purges closed accounts that own nothing": call(`purge_accounts(${DUE}, 10)`),
  "removes an account that was never verified": call("account_remove_unverified($1)", idOf("uli")),
  "removes nobody who is verified": call("account_remove_unverified($1)", idOf("lea")),
  "purges what is stale": call("account_purge_stale(100)"),
  "verifies an email": call("account_verify_email('uli verify_email live', null)"),
  "replaces a link for verification": call(
    "account_replace_token($1, 'uli@example.com', $2, 'new', 60)",
    idOf("uli"),
    idOf("new token"),
  ),
  "renews a verification": call(
    "account_renew_verification('uli@example.com', $1, 'new', 60)",
    idOf("new token"),
  ),
  "renews no verification of a verified one": call(
    "account_renew_verification('ann@example.com', $1, 'new', 60)",
    idOf("new token"),
  ),
  "mails a link to reset": call("account_request_reset('ann@example.com', $1, 'new', 60)", idOf("new token")),
  "mails none to somebody unverified": call(
    "account_request_reset('uli@example.com', $1, 'new', 60)",
    idOf("new token"),
  ),
  "resets a password": call("password_reset('ann reset_password live', 'new', 1, null)"),
  "resets none of somebody unverified": call("password_reset('uli reset_password live', 'new', 1, null)"),
  "changes a password": call(
    "password_change($1, 'ann''s hash', 'new', 1, $2, $3)",
    idOf("ann live"),
    idOf("new session"),
    VISIT,
  ),
  "changes no password after another change": call(
    "password_change($1, 'old hash', 'new', 1, $2, $3)",
    idOf("ann live"),
    idOf("new session"),
    VISIT,
  ),
  "hashes a password anew": call("account_rehash($1, 'ann''s hash', 'new', 2)", idOf("ann")),
  "hashes no changed password anew": call("account_rehash($1, 'old hash', 'new', 2)", idOf("ann")),
  "asks to move to another email": call(
    "email_change_request($1, 'free@example.com', $2, 'new', 60, null)",
    idOf("ann live"),
    idOf("new token"),
  ),
  "does not move to a taken email": call(
    "email_change_request($1, 'zoe@example.com', $2, 'new', 60, null)",
    idOf("ann live"),
    idOf("new token"),
  ),
  "moves to another email": call(
    "email_change_confirm('ann change_email live', $1, 'new', 60, null)",
    idOf("new token"),
  ),
  "moves back": call(
    "email_change_undo('ann undo_email_change live', 'locked', 1, $1, 'new', 60, null)",
    idOf("new token"),
  ),
  "voids links of some purposes": call("email_token_void($1, '{reset_password,change_email}')", idOf("ann")),
  "writes a profile": call("profile_update($1, 'Anne', 'ms', 'dark', null)", idOf("ann live")),
  "writes an act into each of somebody's organizations": call(
    "account_audit($1, 'profile.updated', null, '{}')",
    idOf("ann"),
  ),
  "accepts an invitation": call(
    "account_accept_invitation($1, 'eva to omega', null, null)",
    idOf("eva live"),
  ),
  "accepts one by its id": call(
    "account_accept_invitation($1, 'none', $2, null)",
    idOf("eva live"),
    idOf("eva to alpha"),
  ),
  "accepts none of somebody else": call(
    "account_accept_invitation($1, 'none', $2, null)",
    idOf("zoe live"),
    idOf("eva to alpha"),
  ),
  "accepts none that expired": call(
    "account_accept_invitation($1, 'ben to omega', null, null)",
    idOf("ben live"),
  ),
  "accepts none of a closed organization": call(
    "account_accept_invitation($1, 'ben to gone', null, null)",
    idOf("ben live"),
  ),
  "signs up who was invited": call(
    "account_sign_up_invited('ugo to alpha', $1, 'Ugo', 'hash', 1, '1', 'en', null)",
    idOf("new user"),
  ),
  "signs up who was invited and waited for a verification": call(
    "account_sign_up_invited('uli to alpha', $1, 'Uli', 'hash', 1, '1', 'en', null)",
    idOf("new user"),
  ),
  "accepts none of who is suspended": call(
    "account_accept_invitation($1, 'dan to alpha', null, null)",
    idOf("dan live"),
  ),
  "signs nobody up with a verified account": call(
    "account_sign_up_invited('eva to omega', $1, 'Eva', 'hash', 1, '1', 'en', null)",
    idOf("new user"),
  ),
  "signs nobody up who was invited too long ago": call(
    "account_sign_up_invited('fay to alpha', $1, 'Fay', 'hash', 1, '1', 'en', null)",
    idOf("new user"),
  ),
  "makes an organization": call(
    "account_create_organization($1, $2, 'New', 'new', 'new-2', 'UTC', 'MYR', null)",
    idOf("cat live"),
    idOf("new organization"),
  ),
  "unsubscribes from product mail": call("product_mail_unsubscribe($1, null)", idOf("ann")),
  "chooses what to be told": call(
    "notification_preferences_update($1, false, false, true, null)",
    idOf("ann live"),
  ),
  "accepts a policy": call("policy_accept($1, '9', null)", idOf("ann live")),
  "reads one notification": call("notifications_read($1, $2)", idOf("ann live"), idOf("ann news unread")),
  "reads nobody else's": call("notifications_read($1, $2)", idOf("ann live"), idOf("zoe news unread")),
  "reads all notifications": call("notifications_read($1, null)", idOf("ann live")),
  "tells nobody unverified": call(
    "notification_add($1, $2, null, 'test', 'service', '{}', 'new', true)",
    idOf("new"),
    idOf("uli"),
  ),
  "claims mails that are due": call("notification_claim_mails(10)"),
  "settles a claimed mail": call("notification_settle_mail($1, 'sent')", idOf("ann news of alpha")),
  "settles none that is not claimed": call("notification_settle_mail($1, 'sent')", idOf("ann news read")),
};

test.each(Object.entries(CALLS))("%s", async (_name, one) => {
  expect((await crowd.changesOf(one)).join("\n")).toMatchSnapshot();
});
