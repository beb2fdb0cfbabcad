import type { PoolClient } from "pg";
import { fromNow, idOf, insertRows, NOW, type Row } from "./crowd-rows";

/** Organizations with shops that look alike, down to the ids of their records. The last one closes. */
const TWINS = [
  { organization: "alpha", trashed: "-40 days" },
  { organization: "omega", trashed: "-35 days" },
  { organization: "dusk", trashed: "-32 days" },
];

/** Gives three organizations a shop each: the same connection, customers, orders and products, listed and in the trash. */
export async function openTwinShops(client: PoolClient): Promise<void> {
  for (const { organization, trashed } of TWINS) {
    const org_id = idOf(organization);
    for (const [table, rows] of shopOf(organization, trashed)) {
      await insertRows(
        client,
        table,
        rows.map((row) => ({ org_id, ...row })),
      );
    }
  }
}

function shopOf(organization: string, trashed: string): [string, Row[]][] {
  const connection = {
    platform: "woocommerce",
    name: "Shop",
    secrets: '[{"id": "1", "sealed": "1.old", "expiresAt": null}]',
  };
  return [
    [
      "shops",
      [
        {
          id: idOf("shop"),
          platform: "woocommerce",
          external_id: "shop.example.com",
          name: "Shop",
          currency: "MYR",
        },
      ],
    ],
    [
      "connections",
      [
        { id: idOf("connection"), shop_id: idOf("shop"), state: "live", ...connection },
        {
          id: idOf("removed connection"),
          shop_id: idOf("shop"),
          state: "removed",
          removed_at: NOW,
          ...connection,
        },
      ],
    ],
    [
      "inbox_pushes",
      ["connection", "removed connection"].map((name) => ({ connection_id: idOf(name), version: 1 })),
    ],
    ["connection_credentials", [{ connection_id: idOf("connection"), ...SHOP_KEYS }]],
    [
      "shop_polls",
      [
        {
          connection_id: idOf("connection"),
          next_poll_at: fromNow("-1 minute"),
          next_count_at: fromNow("1 day"),
        },
      ],
    ],
    ["connection_watches", [{ connection_id: idOf("connection"), next_look_at: fromNow("-1 minute") }]],
    ["connection_hours", ["2001-02-03T04:00:00Z", fromNow("-1 day")].map(hour)],
    ["silences", [silence("connection", "2001-02-03T08:00:00Z"), silence("removed connection", NOW)]],
    ["receipts", ["2001-02-03", fromNow("-1 day")].map(receipt)],
    [
      "connection_handovers",
      [
        handover(organization, "connection", fromNow("10 minutes")),
        handover(organization, "removed connection", fromNow("-1 minute")),
      ],
    ],
    [
      "customers",
      ["listed", "trashed"].map((state) =>
        customer(state, state === "trashed" ? { deleted_at: fromNow(trashed) } : {}),
      ),
    ],
    ["customers", [customer("merged", { merged_into: idOf("trashed customer") })]],
    ["identities", ["listed", "trashed"].map((state) => identity(state))],
    ["orders", ["listed", "trashed"].flatMap((state) => ordersOf(state, trashed))],
    ["products", [product("listed", {}), product("trashed", { deleted_at: fromNow(trashed) })]],
    [
      "deliveries",
      ["order:trashed order", "customer:trashed", "product:trashed", "order:listed order"].map(delivery),
    ],
    ["notes", [note("listed", {}), note("trashed", { deleted_at: fromNow(trashed) })]],
    [
      "support_requests",
      [{ id: idOf("request"), user_id: idOf("ann"), subject: "Help", reference: organization }],
    ],
    ["support_messages", ["due", "claimed"].map(message)],
  ];
}

const SHOP_KEYS = { kind: "woocommerce", sealed: "1.old", account: "shop.example.com" };

/** Asked for by ann, who is an Admin of alpha, a Viewer of omega and not a member of dusk. */
function handover(organization: string, connection: string, expires_at: unknown): Row {
  return {
    ...{ connection_id: idOf(connection), kind: "woocommerce", state_hash: `${organization} ${connection}` },
    ...{ user_id: idOf("ann"), session_id: idOf("ann live"), account: "shop.example.com", expires_at },
  };
}

function receipt(day: unknown): Row {
  const counts = { shop_count: 1, shop_minor: 1, own_count: 1, own_minor: 1, missing: 0, differing: 0 };
  return { connection_id: idOf("connection"), day, currency: "MYR", checked_at: NOW, ...counts };
}

function customer(state: string, more: Row): Row {
  const search_text = ` ${state} siti | ${state}@shop.example.com `;
  return { id: idOf(`${state} customer`), sort_name: state, search_text, ...more };
}

function identity(state: string): Row {
  const customer_id = idOf(`${state} customer`);
  const place = { kind: "platform", namespace: idOf("shop"), value: state };
  return { id: idOf(`${state} identity`), customer_id, first_seen_at: NOW, ...place };
}

/** One of the customer's own, and one that lies in the trash by itself. */
function ordersOf(state: string, trashed: string): Row[] {
  const amounts = { total_minor: 1, tax_minor: 0, shipping_minor: 0, discount_minor: 0, paid_minor: 1 };
  return ["order", "order in the trash"].map((kind) => ({
    ...{
      id: idOf(`${state} ${kind}`),
      shop_id: idOf("shop"),
      external_id: `${state} ${kind}`,
      number: `${state} ${kind}`,
    },
    ...{
      customer_id: idOf(`${state} customer`),
      identity_id: idOf(`${state} identity`),
      currency: "MYR",
      ...amounts,
    },
    ...{ status: "paid", source_status: "paid", placed_at: NOW, is_test: false, is_cash_on_delivery: false },
    ...{ version_at: NOW, version_rank: 1, version_hash: "1" },
    deleted_at: kind === "order" ? null : fromNow(trashed),
  }));
}

function product(state: string, more: Row): Row {
  const version = { version_at: NOW, version_hash: "1" };
  const words = { external_id: state, name: state, status: "active", stock: "unknown" };
  return { id: idOf(`${state} product`), shop_id: idOf("shop"), ...words, ...version, ...more };
}

function delivery(subject: string): Row {
  const received = { received_at: NOW, topic: "test", dedupe_key: subject, outcome: "applied" };
  return {
    id: idOf(subject),
    connection_id: idOf("connection"),
    subject,
    body: "{}",
    body_bytes: 2,
    headers: "{}",
    ...received,
  };
}

function note(state: string, more: Row): Row {
  return {
    id: idOf(`${state} note`),
    customer_id: idOf("listed customer"),
    body: "Note",
    author_id: idOf("ann"),
    ...more,
  };
}

function message(mail_state: string): Row {
  const words = { request_id: idOf("request"), author: "member", user_id: idOf("ann"), body: "Help" };
  return {
    id: idOf(`${mail_state} message`),
    mail_state,
    mail_attempts: 5,
    mail_at: fromNow("-1 hour"),
    ...words,
  };
}

const hour = (at: Row[string]): Row => ({
  connection_id: idOf("connection"),
  hour: at,
  received: 3,
  failed: 1,
  needs_attention: 0,
  timed: 3,
  lag_sum_ms: 900,
  lag_max_ms: 500,
});

const silence = (name: string, noticed: Row[string]): Row => ({
  connection_id: idOf(name),
  since: "2001-02-03T04:05:06Z",
  noticed_at: noticed,
  one_in: 12_000,
  once_in_weeks: 90,
  webhooks: "not_asked",
});
