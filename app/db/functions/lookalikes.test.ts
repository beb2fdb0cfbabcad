import { afterAll, describe, expect, test } from "vitest";
import { SEEN_AT } from "../../../tests/factories/crowd";
import { inAlpha as byAdmin, call, VISIT } from "../../../tests/factories/crowd-calls";
import { type Call, Crowd } from "../../../tests/factories/crowd-changes";
import { addLookalikePeople, addLookalikeRecords } from "../../../tests/factories/crowd-lookalikes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { openTwinShops } from "../../../tests/factories/crowd-shops";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner, async (client) => {
  await addLookalikePeople(client);
  await openTwinShops(client);
  await addLookalikeRecords(client);
});
afterAll(() => crowd.leave());

const within = (organization: string, sql: string, ...values: unknown[]): Call => ({
  ...call(sql, ...values),
  ...{ org: idOf(organization), role: "admin" },
});
const inAlpha = (sql: string, ...values: unknown[]) => within("alpha", sql, ...values);
const inOmega = (sql: string, ...values: unknown[]) => within("omega", sql, ...values);
const search = (patterns: string, contacts: string, numbers: string) =>
  inAlpha(`array_agg(customer_id order by customer_id)
    from search_customers('${patterns}', '${patterns}', '${contacts}', '${numbers}', '{admin}', 10)`);
const onMember = (change: string, name: string, organization: string): Call => ({
  sql: `update memberships set ${change} where user_id = $1 and org_id = $2 returning role`,
  values: [idOf(name), idOf(organization)],
});
const mention = "tell_mentioned(gen_random_uuid(), $1, $2, $3)";

describe("answers", () => {
  const ANSWERS: Record<string, Call> = {
    "nobody by another organization's email": search("{%nothing%}", "{w@example.com}", "{}"),
    "nobody by another organization's order": search("{%nothing%}", "{}", "{other number}"),
    "nobody by what another organization calls them": search("{%secret%}", "{}", "{}"),
    "somebody by one's own name for them": search("{%quiet%}", "{}", "{}"),
    "the only Admin is not suspended": onMember("state = 'suspended'", "sam", "solo"),
    "the only Admin keeps the role, whoever was Admin before": onMember("role = 'viewer'", "sam", "solo"),
    "one's own old email is one's own": call(
      "account_email_is_taken('undo_email_change.ann.live@example.com', $1)",
      idOf("ann"),
    ),
    "an address where a link to reset was opened days ago": call(
      "account_address_is_known($1, 'ip of ann''s old reset')",
      idOf("ann"),
    ),
    "policies that only others accepted": call("account_data($1) -> 'policies'", idOf("ann live")),
    "news go to the verified": call("announcement_tell(500)"),
    "no places of an organization that is not closed": call(
      "array_agg(connection_id) from list_purge_places($1, '00000000-0000-0000-0000-000000000000', 10)",
      idOf("alpha"),
    ),
    "duplicates are sought in open organizations that have customers": call(
      "array_agg(org_id order by org_id) from list_duplicate_searches(10)",
    ),
    "a chain that is shorter than another": inOmega("audit_verify_page(0, 3)"),
  };

  test.each(Object.entries(ANSWERS))("%s", async (_name, one) => {
    expect(await crowd.answerOf(one)).toMatchSnapshot();
  });
});

describe("changes", () => {
  const CALLS: Record<string, Call> = {
    "purges the trash of one organization": call("purge_trash(now() + interval '1 day', 100)"),
    "purges a subscription of the trash at once": inAlpha("purge_trashed('subscription', $1, now())", [
      idOf("trashed subscription"),
    ]),
    "purges no subscription that is in another organization's trash": inAlpha(
      "purge_trashed('subscription', $1, now())",
      [idOf("listed subscription")],
    ),
    "forgets bulk changes that are due": call("purge_bulk_changes(now(), 100)"),
    "forgets none before": call("purge_bulk_changes(now() - interval '3 days', 100)"),
    "counts tags of a customer who goes to the trash": {
      sql: "update customers set deleted_at = now() where org_id = $1 and id = $2 returning id",
      values: [idOf("alpha"), idOf("listed customer")],
    },
    "claims mails that are due": call("support_claim_mails(10)"),
    "mentions nobody of another organization": inOmega(
      mention,
      idOf("ben"),
      idOf("listed customer"),
      idOf("listed note"),
    ),
    "mentions nobody in another organization's note": inAlpha(
      mention,
      idOf("ann"),
      idOf("listed customer"),
      idOf("odd note"),
    ),
    "mentions nobody who is suspended": inAlpha(
      mention,
      idOf("dan"),
      idOf("listed customer"),
      idOf("listed note"),
    ),
    "counts one person's refusals": call(
      "record_security_event_in($1, $2, $3, 'access_refused', $4, 'new key', '{}', '{}')",
      ...[idOf("omega"), idOf("new event"), SEEN_AT, idOf("zoe")],
    ),
    "takes the codes of who has no factor": call("factors_tidy($1)", idOf("uli")),
    "knows a device as new that is somebody else's": call(
      "account_remember_device($1, $2)",
      idOf("ann"),
      VISIT,
    ),
    "forgets the oldest of one person's devices": call("account_remember_device($1, $2)", idOf("cat"), VISIT),
    "purges who was never verified, though others are older": call("account_purge_stale(1)"),
    "writes with the session in which it was done": call(
      "account_audit($1, 'profile.updated', null, '{}')",
      idOf("cat"),
    ),
    "tells of no new device where there is none": call(
      "account_audit($1, 'session.started', null, '{}')",
      idOf("lea"),
    ),
    "erases values by the own chain": byAdmin("audit_erase_values($2) where $1::text is not null", [
      idOf("zoe"),
    ]),
    "erases values by the own chain, in the other": inOmega("audit_erase_values($1)", [idOf("ann")]),
    "closes what closes, not what was opened again": call(
      "array_agg(org_id) from begin_purges(now() + interval '1 day', 10)",
    ),
    "resets no factors of somebody unverified": call(
      "factor_reset_request($1, encode(sha256('una''s hash'), 'hex'), $2, 'new', null)",
      ...[idOf("una"), idOf("new reset")],
    ),
    "closes no account whose organizations need her, closed ones aside": call(
      "account_close($1, 30, null)",
      idOf("zoe live"),
    ),
    "closes no account of the only Admin where nobody owns": call(
      "account_close($1, 30, null)",
      idOf("eva live"),
    ),
    "closes the account of who was suspended elsewhere, and nothing there": call(
      "account_close($1, 30, null)",
      idOf("dan live"),
    ),
    "closes an account, and nothing that closes already": call(
      "account_close($1, 30, null)",
      idOf("ben live"),
    ),
    "purges closed accounts, and nobody else's alerts": call("purge_accounts(now() + interval '1 day', 10)"),
  };

  test.each(Object.entries(CALLS))("%s", async (_name, one) => {
    expect((await crowd.changesOf(one)).join("\n")).toMatchSnapshot();
  });
});
