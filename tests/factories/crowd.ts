import type { PoolClient } from "pg";
import { factorsOf, MANY_PASSKEYS, passkeyOf, resetOf } from "./crowd-factors";
import { fromNow, idOf, insertRows, NOW, type Row } from "./crowd-rows";

const VERIFIED = ["ann", "ben", "cat", "dan", "eva", "zoe", "sam", "kim", "lea"];
/** Nobody else has a row of every kind: what is done to one of them must leave the other alone. */
const TWINS = ["ann", "zoe"];
const PURPOSES = ["verify_email", "reset_password", "change_email", "undo_email_change"];

const ORGANIZATIONS: Row[] = [
  { id: idOf("alpha"), slug: "alpha", name: "Alpha" },
  { id: idOf("omega"), slug: "omega", name: "Omega" },
  { id: idOf("solo"), slug: "solo", name: "Solo" },
  { id: idOf("nova"), slug: "nova", name: "Nova" },
  {
    ...{ id: idOf("gone"), slug: "gone", name: "Gone", state: "closed" },
    ...{ closes_at: fromNow("-1 day"), closes_with: idOf("kim") },
  },
  {
    ...{ id: idOf("fading"), slug: "fading", name: "Fading", state: "closing" },
    ...{ closes_at: fromNow("10 days"), closes_with: idOf("kim") },
  },
  { id: idOf("dusk"), slug: "dusk", name: "Dusk", state: "closing", closes_at: fromNow("-1 hour") },
];

/** The first of an organization owns it. */
const MEMBERS: [organization: string, user: string, role: string, state?: string][] = [
  ["alpha", "ann", "admin"],
  ["alpha", "ben", "admin"],
  ["alpha", "cat", "viewer"],
  ["alpha", "dan", "member", "suspended"],
  ["alpha", "eva", "manager", "removed"],
  ["omega", "zoe", "admin"],
  ["omega", "ann", "viewer"],
  ["omega", "cat", "analyst", "suspended"],
  ["solo", "sam", "admin"],
  ["solo", "eva", "admin", "removed"],
  ["solo", "ann", "member", "suspended"],
  ["nova", "uli", "admin"],
  ["gone", "zoe", "admin"],
  ["gone", "ann", "admin"],
  ["gone", "dan", "admin", "suspended"],
  ["fading", "kim", "admin"],
  ["dusk", "zoe", "admin"],
];

/**
 * Fills an empty database with people in every state: members of several
 * organizations, suspended, removed, unverified and closing ones, and two who have
 * a row of every kind in every state. Ids are `idOf` what a row is called.
 */
export async function fillWithCrowd(client: PoolClient): Promise<void> {
  const insert = (table: string, rows: Row[]) => insertRows(client, table, rows);
  await insert("users", [
    ...VERIFIED.map((name) => user(name, { email_verified_at: NOW })),
    ...["uli", "ugo", "una"].map((name) => user(name, { updated_at: fromNow("-8 days") })),
  ]);
  await client.query("UPDATE users SET closes_at = now() - interval '1 hour' WHERE name = ANY ('{kim,lea}')");
  await insert("organizations", ORGANIZATIONS);
  await insert(
    "memberships",
    MEMBERS.map(([organization, name, role, state = "active"]) => ({
      ...{ org_id: idOf(organization), user_id: idOf(name), role, state },
      ended_at: state === "removed" ? NOW : null,
    })),
  );
  await insert("sessions", [
    ...[...VERIFIED, "uli"].flatMap((name) => [session(name, "live"), session(name, "other")]),
    ...[...TWINS, "cat", "kim"].flatMap((name) => [
      session(name, "ended", { ended_at: fromNow("-1 hour"), end_reason: "logged_out" }),
      session(name, "expired", { expires_at: fromNow("-1 minute") }),
      session(name, "old", { expires_at: fromNow("-91 days"), created_at: fromNow("-92 days") }),
    ]),
  ]);
  await insert("email_tokens", [...TWINS.flatMap(tokens), ...tokens("uli"), ...staleTokens()]);
  await insert("invitations", [...INVITATIONS, TWIN_INVITATION, ...MANY_INVITATIONS]);
  await client.query(MANY_MEMBERS);
  for (const name of TWINS) for (const [table, rows] of factorsOf(name)) await insert(table, rows);
  const isWaiting = { effective_at: fromNow("-1 minute") };
  await insert("factor_resets", [resetOf("sam", "asked", {}), resetOf("uli", "waiting", isWaiting)]);
  await insert("notification_preferences", [{ user_id: idOf("cat"), product_mail: false }]);
  await insert("totp_factors", [{ user_id: idOf("sam"), id: idOf("sam totp"), sealed: "sealed" }]);
  await insert("passkeys", [passkeyOf("ben", "phone"), ...MANY_PASSKEYS]);
  await insert("recovery_codes", [
    { user_id: idOf("ben"), code_hash: "unused" },
    { user_id: idOf("uli"), code_hash: "unused" },
  ]);
  await insert("security_events", SIGNS);
  for (const name of TWINS) for (const [table, rows] of newsOf(name)) await insert(table, rows);
  for (const organization of ["alpha", "omega"])
    for (const name of TWINS) await act(client, organization, name);
}

function user(name: string, more: Row = {}): Row {
  return {
    ...{
      id: idOf(name),
      name,
      email: `${name}@example.com`,
      password_hash: `${name}'s hash`,
      password_scheme: 1,
    },
    ...{ adult_confirmed_at: NOW, policy_version: "1", policy_accepted_at: NOW },
    ...more,
  };
}

function session(name: string, state: string, more: Row = {}): Row {
  const place = { ip: `ip of ${name} ${state}`, is_new_device: state === "other" };
  const expires_at = fromNow("8 hours");
  return { id: idOf(`${name} ${state}`), user_id: idOf(name), expires_at, ...place, ...more };
}

function tokens(name: string): Row[] {
  const states: [string, Row][] = [
    ["live", { created_at: fromNow("-2 days") }],
    ["used", { used_at: fromNow("-2 hours") }],
    ["expired", { expires_at: fromNow("-1 minute") }],
  ];
  return PURPOSES.flatMap((purpose) =>
    states.map(([state, more]) => ({
      ...{ id: idOf(`${name} ${purpose} ${state}`), user_id: idOf(name), purpose },
      ...{ token_hash: `${name} ${purpose} ${state}`, expires_at: fromNow("1 hour") },
      used_ip: state === "used" ? `ip of ${name}'s ${purpose}` : null,
      email: `${purpose.includes("change") ? `${purpose}.${name}.${state}` : name}@example.com`,
      ...more,
    })),
  );
}

/** Of somebody unverified whose last link is over, and of links that are long over. */
function staleTokens(): Row[] {
  const token = (name: string, state: string, more: Row) => ({
    ...{ id: idOf(`${name} ${state}`), user_id: idOf(name), purpose: "verify_email" },
    ...{ token_hash: `${name} ${state}`, email: `${name}@example.com`, ...more },
  });
  return [
    token("una", "expired", { expires_at: fromNow("-1 day") }),
    token("ugo", "used", { expires_at: fromNow("1 hour"), used_at: NOW }),
    token("ann", "old", { expires_at: fromNow("-8 days") }),
  ];
}

const INVITATIONS: Row[] = [
  ["alpha", "eva", "live"],
  ["alpha", "ugo", "live"],
  ["alpha", "uli", "live"],
  ["alpha", "dan", "live"],
  ["omega", "hal", "live"],
  ["alpha", "fay", "expired"],
  ["alpha", "gus", "old"],
  ["omega", "eva", "live"],
  ["omega", "ben", "expired"],
  ["omega", "gus", "old"],
  ["gone", "ben", "live"],
].map(([organization = "", name = "", state = ""], i) => ({
  ...{ org_id: idOf(organization), id: idOf(`${name} to ${organization}`), email: `${name}@example.com` },
  ...{ role: "analyst", token_hash: `${name} to ${organization}`, invited_by: idOf("ann") },
  sent_at: fromNow(`-${i} minutes`),
  expires_at: fromNow({ live: "1 day", expired: "-1 day", old: "-31 days" }[state] ?? ""),
}));

/** When all signs of abuse were seen, at half past the hour. */
export const SEEN_AT = "2001-02-03T04:30:00Z";

/** Nine failed log-ins of each, twenty refusals in one hour, and a flood: one more would be too many. */
const SIGNS: Row[] = [
  ...["alpha ann", "alpha ben", "omega ann"].map((words) => sign("login_failed", words, "key", 8)),
  ...Array.from({ length: 20 }, (_, i) => sign("access_refused", "omega ann", `key ${i}`, 1)),
  sign("signature_flood", "omega", idOf("connection"), 1),
];

function sign(kind: string, words: string, key: string, count: number): Row {
  const [organization = "", name] = words.split(" ");
  const user_id = name ? idOf(name) : null;
  return {
    ...{ org_id: idOf(organization), id: idOf(`${kind} ${words} ${key}`), kind, user_id, facts: "{}", count },
    ...{
      subject_key: `${user_id ?? ""}:${key}`,
      hour: "2001-02-03T04:00:00Z",
      first_at: SEEN_AT,
      last_at: SEEN_AT,
    },
  };
}

/** Of another organization, with the id of an invitation to alpha. */
const TWIN_INVITATION: Row = {
  ...{ org_id: idOf("solo"), id: idOf("eva to alpha"), email: "twin@example.com", role: "viewer" },
  ...{ token_hash: "twin", expires_at: fromNow("1 day") },
};

/** As many as one organization may have open. */
const MANY_INVITATIONS: Row[] = Array.from({ length: 50 }, (_, i) => ({
  ...{
    org_id: idOf("dusk"),
    id: idOf(`invitation ${i} to dusk`),
    email: `guest.${i}@example.com`,
    role: "viewer",
  },
  ...{ token_hash: `guest ${i}`, expires_at: fromNow("1 day") },
}));

/** As many as one organization may have; all of them were in alpha once. */
const MANY_MEMBERS = `
  WITH guests AS (
    INSERT INTO users (id, name, email, password_hash, password_scheme, adult_confirmed_at, policy_version,
      policy_accepted_at, email_verified_at)
    SELECT md5('guest ' || i)::uuid, 'guest', 'guest.' || i || '@example.com', 'none', 1, now(), '1', now(), now()
    FROM generate_series(1, 200) i RETURNING id)
  INSERT INTO memberships (org_id, user_id, role, state)
  SELECT org_id, guests.id, 'viewer', state
  FROM guests, (VALUES ('${idOf("fading")}'::uuid, 'active'), ('${idOf("alpha")}', 'removed')) place (org_id, state)`;

function newsOf(name: string): [string, Row[]][] {
  const user_id = idOf(name);
  const news = (state: string, more: Row): Row => ({
    ...{ id: idOf(`${name} news ${state}`), user_id, kind: "test", category: "product", facts: "{}" },
    ...{ reason: state, is_shown: true, mail_state: "none", ...more },
  });
  return [
    [
      "notifications",
      [
        news("unread", { about_org_id: idOf("omega"), mail_state: "due" }),
        news("of alpha", {
          about_org_id: idOf("alpha"),
          mail_state: "claimed",
          mail_attempts: 5,
          mail_at: NOW,
        }),
        news("of solo", { about_org_id: idOf("solo") }),
        news("read", { read_at: fromNow("-1 day") }),
        news("hidden", { is_shown: false }),
      ],
    ],
    ["notification_preferences", [{ user_id, product_mail: true }]],
    ["policy_acceptances", [{ user_id, version: "0", accepted_at: fromNow("-1 year") }]],
  ];
}

/** An act with values, of ann on herself or of zoe on eva. */
async function act(client: PoolClient, organization: string, name: string): Promise<void> {
  const subject = name === "ann" ? "ann" : "eva";
  await client.query(
    `SELECT set_config('app.org_id', $1, true), audit_append($2, now(), 'user', $3, 'profile.updated', 'user', $4,
       NULL, '{}', NULL, '{"name": "New"}', NULL), set_config('app.org_id', '', true)`,
    [idOf(organization), idOf(`act of ${name} in ${organization}`), idOf(name), idOf(subject)],
  );
}
