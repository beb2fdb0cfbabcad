import type { PoolClient } from "pg";
import { passkeyOf } from "./crowd-factors";
import { fromNow, idOf, insertRows, NOW, type Row } from "./crowd-rows";

/** The hash under which a device of ann's is remembered. */
const DEVICE_OF_ANN = {
  sql: `encode(sha256(convert_to(jsonb_build_array('${idOf("ann")}'::uuid, 'new device', null, null)::text, 'UTF8')), 'hex')`,
};

/** As many devices as are remembered of one person; the one that is forgotten next has zoe's old phone's hash. */
const DEVICES: Row[] = [
  ...Array.from({ length: 19 }, (_, i) => ({
    ...{ user_id: idOf("cat"), device_hash: `device ${i}` },
    last_seen_at: fromNow(`-${i + 1} days`),
  })),
  { user_id: idOf("cat"), device_hash: "old phone", last_seen_at: fromNow("-1 month") },
  { user_id: idOf("zoe"), device_hash: DEVICE_OF_ANN },
];

const ORGANIZATIONS: Row[] = [
  // Reopened, with the date on which it would have closed.
  { id: idOf("lively"), slug: "lively", name: "Lively", closes_at: fromNow("-1 hour") },
  { id: idOf("dim"), slug: "dim", name: "Dim", state: "closing", closes_at: fromNow("5 days") },
  ...["adrift", "stray", "hollow"].map((slug) => ({ id: idOf(slug), slug, name: slug })),
];

/** The last three have no owner: in them only being the one Admin keeps somebody. */
const MEMBERS: Row[] = [
  ["dim", "ben", "admin"],
  ["adrift", "eva", "admin"],
  ["adrift", "cat", "viewer"],
  ["adrift", "dan", "admin", "suspended"],
  ["stray", "cat", "viewer"],
  ["stray", "dan", "admin", "suspended"],
  ["hollow", "dan", "admin", "suspended"],
].map(([organization = "", name = "", role, state = "active"]) => ({
  ...{ org_id: idOf(organization), user_id: idOf(name), role, state },
}));

/**
 * Adds to a crowd what differs in one thing only from what a function looks for:
 * an old link, an unverified person with a passkey, somebody alone in an
 * organization that closes already.
 */
export async function addLookalikePeople(client: PoolClient): Promise<void> {
  const insert = (table: string, rows: Row[]) => insertRows(client, table, rows);
  await client.query("UPDATE users SET updated_at = now() - interval '9 days' WHERE name = 'ben'");
  await client.query("DELETE FROM sessions WHERE user_id = $1 AND is_new_device", [idOf("lea")]);
  await insert("organizations", ORGANIZATIONS);
  await insert("memberships", MEMBERS);
  await client.query("UPDATE organizations SET owner_id = NULL WHERE slug = ANY ('{adrift,stray,hollow}')");
  await client.query("UPDATE sessions SET user_agent = 'Browser of ' || ip");
  await insert("passkeys", [passkeyOf("una", "phone")]);
  await insert("known_devices", DEVICES);
  await insert("email_tokens", [
    {
      ...{ id: idOf("ann old reset"), user_id: idOf("ann"), purpose: "reset_password" },
      ...{ token_hash: "ann old reset", email: "ann@example.com", used_ip: "ip of ann's old reset" },
      ...{ used_at: fromNow("-2 days"), expires_at: fromNow("-2 days") },
    },
  ]);
  // As if it had been accepted before acceptances were kept; everybody else's is.
  await client.query("DELETE FROM policy_acceptances WHERE user_id = $1 AND version = '1'", [idOf("ann")]);
  await insert("security_alerts", [
    { org_id: idOf("alpha"), kind: "test", day: "2001-02-03", user_id: idOf("lea"), facts: "{}" },
    { org_id: idOf("omega"), kind: "test", day: "2001-02-03", user_id: idOf("ann"), facts: "{}" },
  ]);
  await insert("announcements", [{ key: "news", category: "product", facts: "{}" }]);
  for (const [organization, name] of MORE_ACTS) await act(client, organization, name);
}

/** After these, what ann did first and third in alpha, zoe did third in omega, whose chain is shorter. */
const MORE_ACTS = [
  ["alpha", "ann"],
  ["alpha", "ann"],
  ["omega", "zoe"],
] as const;

async function act(client: PoolClient, organization: string, name: string): Promise<void> {
  await client.query(
    `SELECT set_config('app.org_id', $1, true), audit_append(gen_random_uuid(), now(), 'user', $2, 'profile.updated',
       'user', $2, NULL, '{}', NULL, '{"name": "Newer"}', NULL), set_config('app.org_id', '', true)`,
    [idOf(organization), idOf(name)],
  );
}

/** Gives alpha and omega records with the same ids that are not the same things; omega's are never alpha's matter. */
export async function addLookalikeRecords(client: PoolClient): Promise<void> {
  for (const organization of ["alpha", "omega"]) {
    const isAlpha = organization === "alpha";
    for (const [table, rows] of recordsOf(isAlpha)) {
      const org_id = idOf(organization);
      await insertRows(
        client,
        table,
        rows.map((row) => ({ org_id, ...row })),
      );
    }
  }
  await client.query("UPDATE customers SET updated_at = now() - interval '1 hour'");
}

function recordsOf(isAlpha: boolean): [string, Row[]][] {
  const own = isAlpha ? "odd" : "other";
  const trashed = { deleted_at: fromNow("-33 days") };
  return [
    ["shops", isAlpha ? [{ ...shop("far"), external_id: "far.example.com" }] : []],
    ["connections", [{ ...connection("far"), shop_id: idOf(isAlpha ? "far shop" : "shop") }]],
    [
      "customers",
      [
        { ...customer("quiet"), search_text: isAlpha ? " quiet | " : " secret | " },
        { ...customer("odd"), ...(isAlpha ? {} : trashed) },
      ],
    ],
    [
      "identities",
      [
        identity("odd", own, isAlpha ? "listed" : "trashed"),
        ...(isAlpha
          ? []
          : [{ ...identity("email", "w@example.com", "listed"), kind: "email", namespace: "" }]),
      ],
    ],
    [
      "orders",
      [
        { ...order("odd", own), number: `${own} number`, ...(isAlpha ? trashed : {}) },
        ...(isAlpha ? [{ ...order("kept", "kept"), identity_id: idOf("odd identity") }] : []),
      ],
    ],
    ["products", [{ ...product(own), ...(isAlpha ? trashed : {}) }]],
    [
      "subscriptions",
      [
        { ...subscription("trashed", "trashed"), ...trashed },
        { ...subscription("listed", "listed"), ...(isAlpha ? {} : trashed) },
        { ...subscription("odd", own), ...(isAlpha ? trashed : {}) },
      ],
    ],
    ["deliveries", deliveriesOf(isAlpha)],
    [
      "jobs",
      [{ id: idOf("job"), kind: "test", state: isAlpha ? "done" : "running", created_by: idOf("ann") }],
    ],
    ["bulk_changes", [{ ...CHANGE, expires_at: fromNow(isAlpha ? "-1 day" : "1 day") }]],
    [
      "bulk_change_rows",
      ["trashed customer", "trashed subscription"].map((name) => ({
        ...{ change_id: idOf("change"), record_id: idOf(name), outcome: "changed" },
      })),
    ],
    ["tags", ["tag", "other tag"].map((name) => ({ id: idOf(name), name, folded: name, colour: "teal" }))],
    [
      "customer_tags",
      [
        {
          customer_id: idOf("listed customer"),
          tag_id: idOf(isAlpha ? "tag" : "other tag"),
          source: "person",
        },
        // So that there is something to count down.
        { customer_id: idOf("quiet customer"), tag_id: idOf("other tag"), source: "person" },
      ],
    ],
    ["support_messages", [{ ...MESSAGE, mail_state: isAlpha ? "sent" : "due" }]],
    ["notes", isAlpha ? [] : [NOTE]],
  ];
}

const shop = (name: string): Row => ({
  ...{ id: idOf(`${name} shop`), platform: "woocommerce", name: "Shop", currency: "MYR" },
});
const connection = (name: string): Row => ({
  ...{ id: idOf(`${name} connection`), platform: "woocommerce", name: "Shop", state: "live", secrets: "[]" },
});
const customer = (name: string): Row => ({ id: idOf(`${name} customer`), sort_name: name, search_text: "" });
const identity = (name: string, value: string, owner: string): Row => ({
  ...{ id: idOf(`${name} identity`), kind: "platform", namespace: idOf("shop"), value },
  ...{ customer_id: idOf(`${owner} customer`), first_seen_at: NOW },
});
const VERSION = { version_at: NOW, version_hash: "1" };
const order = (name: string, external_id: string): Row => ({
  ...{ id: idOf(`${name} order`), shop_id: idOf("shop"), external_id, number: external_id, currency: "MYR" },
  ...{ total_minor: 1, tax_minor: 0, shipping_minor: 0, discount_minor: 0, paid_minor: 1 },
  ...{ customer_id: idOf("listed customer"), status: "paid", source_status: "paid", placed_at: NOW },
  ...{ is_test: false, is_cash_on_delivery: false, version_rank: 1, ...VERSION },
});
const product = (external_id: string): Row => ({
  ...{ id: idOf("odd product"), shop_id: idOf("shop"), external_id, name: "Odd", status: "active" },
  ...{ stock: "unknown", ...VERSION },
});
const subscription = (name: string, external_id: string): Row => ({
  ...{ id: idOf(`${name} subscription`), shop_id: idOf("shop"), external_id, number: external_id },
  ...{ status: "active", source_status: "active", currency: "MYR", amount_minor: 1, interval_count: 1 },
  ...{ interval_unit: "month", started_at: NOW, version_rank: 1, ...VERSION },
});

/** Alpha's were told by its own shops, of things that omega calls so, too. */
function deliveriesOf(isAlpha: boolean): Row[] {
  const delivery = (subject: string, from: string): Row => ({
    ...{ id: idOf(`${subject} from ${from}`), connection_id: idOf(from), subject, body: "{}", body_bytes: 2 },
    ...{ headers: "{}", received_at: NOW, topic: "test", dedupe_key: subject, outcome: "applied" },
  });
  const subscriptions = [delivery("subscription:trashed", "connection")];
  if (!isAlpha) return subscriptions;
  return [
    ...subscriptions,
    ...["order:other", "customer:other", "product:other", "subscription:other"].map((subject) =>
      delivery(subject, "connection"),
    ),
    ...["order:trashed order", "subscription:trashed"].map((subject) => delivery(subject, "far connection")),
  ];
}

const CHANGE: Row = {
  ...{
    id: idOf("change"),
    noun: "customer",
    kind: "set_field",
    job_id: idOf("job"),
    created_by: idOf("ann"),
  },
  request: '{"selection": {}, "act": {"kind": "set_field", "values": ["words"]}}',
};
const MESSAGE: Row = {
  ...{ id: idOf("odd message"), request_id: idOf("request"), author: "member", user_id: idOf("ann") },
  ...{ body: "Help", mail_at: fromNow("-1 hour") },
};
const NOTE: Row = {
  ...{ id: idOf("odd note"), customer_id: idOf("listed customer"), author_id: idOf("ann"), body: "Note" },
};
