import { afterAll, expect, test } from "vitest";
import { SEEN_AT } from "../../../tests/factories/crowd";
import { call, inAlpha, inGone, inOmega } from "../../../tests/factories/crowd-calls";
import { type Call, Crowd } from "../../../tests/factories/crowd-changes";
import { idOf } from "../../../tests/factories/crowd-rows";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const crowd = await Crowd.gather(database.owner);
afterAll(() => crowd.leave());

const DUE = "now() + interval '1 day'";

/** Each changes rows of one person or organization; everybody else has some that look alike. */
const CALLS: Record<string, Call> = {
  "changes a role": inAlpha("member_change_role($2, 'manager', $1)", idOf("cat")),
  "changes no role of who is gone": inAlpha("member_change_role($2, 'viewer', $1)", idOf("eva")),
  "changes no role of another organization's member": inAlpha(
    "member_change_role($2, 'viewer', $1)",
    idOf("zoe"),
  ),
  reinstates: inOmega("member_change_state($2, 'active', $1)", idOf("cat")),
  "changes nothing where the role is the same": inOmega("member_change_role($2, 'viewer', $1)", idOf("ann")),
  suspends: inAlpha("member_change_state($2, 'suspended', $1)", idOf("cat")),
  "suspends nobody of another organization": inAlpha("member_change_state($2, 'suspended', $1)", idOf("zoe")),
  removes: inAlpha("member_change_state($2, 'removed', $1)", idOf("ben")),
  "hands over to another Admin": inAlpha("organization_transfer($2, $1)", idOf("ben")),
  "hands over to no viewer": inAlpha("organization_transfer($2, $1)", idOf("cat")),
  "hands over to nobody of another organization": inAlpha("organization_transfer($2, $1)", idOf("zoe")),
  "hands over to nobody who is gone": inAlpha("organization_transfer($2, $1)", idOf("eva")),
  invites: inAlpha(
    "invitation_create($2, 'new@example.com', 'viewer', 'new', 7, $1)",
    idOf("new invitation"),
  ),
  "invites again whose invitation expired": inAlpha(
    "invitation_create($2, 'fay@example.com', 'viewer', 'new', 7, $1)",
    idOf("new invitation"),
  ),
  "invites nobody twice": inAlpha(
    "invitation_create($2, 'eva@example.com', 'viewer', 'new', 7, $1)",
    idOf("new invitation"),
  ),
  "invites whom another organization invited": inAlpha(
    "invitation_create($2, 'hal@example.com', 'viewer', 'new', 7, $1)",
    idOf("new invitation"),
  ),
  "removes who stays in another organization": inAlpha("member_change_state($2, 'removed', $1)", idOf("cat")),
  "hands over to no Admin of another organization": inOmega("organization_transfer($2, $1)", idOf("ann")),
  "hands over to no suspended Admin": inGone("organization_transfer($2, $1)", idOf("dan")),
  "hands over to nobody but another": inAlpha("organization_transfer($2, $1)", idOf("ann")),
  "invites no member": inAlpha(
    "invitation_create($2, 'cat@example.com', 'viewer', 'new', 7, $1)",
    idOf("new invitation"),
  ),
  "invites another organization's member": inAlpha(
    "invitation_create($2, 'zoe@example.com', 'viewer', 'new', 7, $1)",
    idOf("new invitation"),
  ),
  "sends an invitation again": inAlpha("invitation_renew($2, 'new', 7, $1)", idOf("fay to alpha")),
  "sends none of another organization": inAlpha("invitation_renew($2, 'new', 7, $1)", idOf("ben to omega")),
  "takes an invitation back": inAlpha("invitation_revoke($2, $1)", idOf("eva to alpha")),
  "takes none of another organization back": inAlpha("invitation_revoke($2, $1)", idOf("eva to omega")),
  "closes what is due": call(`array_agg(org_id) from begin_purges(${DUE}, 10)`),
  "purges what is closed": call("purge_organization($1, 5000)", idOf("gone")),
  "purges nothing that is not closed": call("purge_organization($1, 5000)", idOf("alpha")),
  "erases an act's values of whoever acted": inAlpha("audit_erase_values($2) where $1::text is not null", [
    idOf("ann"),
  ]),
  "records a refusal in all of somebody's organizations": call(
    "record_security_event($1, '2001-02-03T04:30:00Z', 'access_refused', $2, null, 'key', '{}', '{}')",
    idOf("new event"),
    idOf("ann"),
  ),
  "records nothing where somebody is suspended": call(
    "record_security_event($1, $2, 'access_refused', $3, null, 'key', '{}', '{}')",
    ...[idOf("new event"), SEEN_AT, idOf("dan")],
  ),
  "tells nobody of nine failed log-ins": call(
    "record_security_event($1, $2, 'login_failed', $3, $4, 'key', '{}', '{}')",
    ...[idOf("new event"), SEEN_AT, idOf("ann"), idOf("alpha")],
  ),
  "tells the Admins of an export, not the suspended ones": call(
    "record_security_event($1, $2, 'everything_exported', $3, $4, 'key', '{}', '{}')",
    ...[idOf("new event"), SEEN_AT, idOf("ann"), idOf("gone")],
  ),
  "records a failed log-in of nobody": call(
    "record_security_event($1, '2001-02-03T04:30:00Z', 'login_failed', null, null, 'key', '{}', '{}')",
    idOf("new event"),
  ),
  "records what an organization did": call(
    "record_security_event($1, '2001-02-03T04:30:00Z', 'everything_exported', $2, $3, 'key', '{}', '{}')",
    idOf("new event"),
    idOf("ann"),
    idOf("alpha"),
  ),
};

test.each(Object.entries(CALLS))("%s", async (_name, one) => {
  expect((await crowd.changesOf(one)).join("\n")).toMatchSnapshot();
});
