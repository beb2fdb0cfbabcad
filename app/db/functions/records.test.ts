import { afterAll, expect, test } from "vitest";
import { call } from "../../../tests/factories/crowd-calls";
import { type Call, Crowd } from "../../../tests/factories/crowd-changes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { openTwinShops } from "../../../tests/factories/crowd-shops";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner, openTwinShops);
afterAll(() => crowd.leave());

const NOBODY = "00000000-0000-0000-0000-000000000000";
const inAlpha = (sql: string, ...values: unknown[]): Call => ({
  ...call(sql, ...values),
  org: idOf("alpha"),
  role: "admin",
});
const told = (reason: string, count: number) =>
  JSON.stringify([
    { orgId: idOf("alpha"), connectionId: idOf("connection"), minute: "2001-02-03T04:30:00Z", reason, count },
  ]);
const search = (patterns: string, contacts: string, numbers: string) =>
  `array_agg(customer_id || ' ' || rank order by rank, customer_id)
     from search_customers('${patterns}', '${patterns}', '${contacts}', '${numbers}', '{admin}', 10)`;

/** Another organization has the same records, with the same ids: nothing happens to them. */
const CALLS: Record<string, Call> = {
  "purges the trash of one organization": call("purge_trash(now() + interval '1 day', 100)"),
  "purges nothing that lies there for less than 30 days": call(
    "purge_trash(now() - interval '20 days', 100)",
  ),
  "purges a customer of the trash at once": inAlpha("purge_trashed('customer', $1, now())", [
    idOf("trashed customer"),
  ]),
  "purges no customer that is not in the trash": inAlpha("purge_trashed('customer', $1, now())", [
    idOf("listed customer"),
  ]),
  "purges an order of the trash at once": inAlpha("purge_trashed('order', $1, now())", [
    idOf("listed order in the trash"),
  ]),
  "purges no order that is not in the trash": inAlpha("purge_trashed('order', $1, now())", [
    idOf("listed order"),
  ]),
  "purges a product of the trash at once": inAlpha("purge_trashed('product', $1, now())", [
    idOf("trashed product"),
  ]),
  "purges no product that is not in the trash": inAlpha("purge_trashed('product', $1, now())", [
    idOf("listed product"),
  ]),
  "purges an organization that is closed": call("purge_organization($1, 5000)", idOf("gone")),
  "finds by words": inAlpha(search("{%siti%}", "{}", "{}")),
  "finds by an order's number": inAlpha(search("{%nothing%}", "{}", "{listed order}")),
  "finds nobody by an order in the trash": inAlpha(
    search("{%nothing%}", "{}", "{listed order in the trash}"),
  ),
  "finishes a push of one connection": call(
    "finish_inbox_push($1, $2, 1)",
    idOf("alpha"),
    idOf("connection"),
  ),
  "finishes no push of a version that came later": call(
    "finish_inbox_push($1, $2, 0)",
    idOf("alpha"),
    idOf("connection"),
  ),
  "lists pushes, removed connections as removed": call(
    "array_agg(org_id || ' ' || connection_id || ' ' || state order by org_id, connection_id) from list_inbox_configs(10)",
  ),
  "queues pushes of an organization's connections": call("queue_inbox_pushes($1)", [idOf("alpha")]),
  "seals secrets anew": call("replace_sealed_secrets($1, $2, 1, '[]', 2)", idOf("alpha"), idOf("connection")),
  "seals none that changed meanwhile": call(
    "replace_sealed_secrets($1, $2, 0, '[]', 2)",
    idOf("alpha"),
    idOf("connection"),
  ),
  "lists credentials under an older key": call(
    "array_agg(org_id || ' ' || connection_id || ' ' || sealed order by org_id) from list_stale_credentials('2.', $1, $1, 10)",
    NOBODY,
  ),
  "lists none under the current key": call("count(*) from list_stale_credentials('1.', $1, $1, 10)", NOBODY),
  "seals credentials anew": call(
    "replace_sealed_credentials($1, $2, '1.old', '2.new')",
    idOf("alpha"),
    idOf("connection"),
  ),
  "seals no credentials that changed meanwhile": call(
    "replace_sealed_credentials($1, $2, '1.older', '2.new')",
    idOf("alpha"),
    idOf("connection"),
  ),
  "finds an approval, with what its asker may do": call("find_handover('omega connection')"),
  "finds no approval that came too late": call("find_handover('alpha removed connection')"),
  "finds no approval whose asker is not a member": call("find_handover('dusk connection')"),
  "forgets approvals that came too late": call("purge_handovers(2)"),
  "takes the shops that are to be asked, of whoever is active": call(
    "array_agg(org_id || ' ' || connection_id order by org_id) from claim_shop_work('poll', 10, 10)",
  ),
  "takes none that is to be counted later": call("count(*) from claim_shop_work('count', 10, 10)"),
  "forgets receipts older than the trend": call("purge_receipts(2)"),
  "ends the silences of connections that are gone": call("count(*) from end_silences(now(), 10)"),
  "forgets hours and silences that are past use": call("purge_connection_hours(now(), 2)"),
  "looks at no silence before the first delivery": call("count(*) from claim_silence_looks(now(), 10)"),
  "raises no silence before the first delivery": inAlpha(
    "raise_silence($1, now(), now(), 20000, 90, 'not_asked', '{admin}')",
    idOf("connection"),
  ),
  "counts refusals": call("record_refusals($1)", told("bad_signature", 1)),
  "tells of a flood of refusals": call("record_refusals($1)", told("bad_signature", 100)),
  "claims mails to operators": call("support_claim_mails(10)"),
  "settles a mail to operators": call(
    "support_settle_mail($1, $2, 'sent')",
    idOf("alpha"),
    idOf("claimed message"),
  ),
  "settles none that is not claimed": call(
    "support_settle_mail($1, $2, 'sent')",
    idOf("alpha"),
    idOf("due message"),
  ),
};

test.each(Object.entries(CALLS))("%s", async (_name, one) => {
  expect((await crowd.changesOf(one)).join("\n")).toMatchSnapshot();
});
