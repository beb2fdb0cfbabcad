import { CUSTOM_MAPPING } from "~/connectors/generic/fixtures/order-body";
import type { connectionActionSchema } from "~/domain/connections/connections.schema";
import type { ShopAct } from "~/domain/connections/shop-api/approval.schema";
import { NOBODYS, type RouteAccess } from "./access-rules";

const connectionActions: Record<
  (typeof connectionActionSchema.options)[number]["shape"]["intent"]["value"],
  Record<string, string>
> = {
  "reveal-secret": {},
  rename: { name: "Kedai Baru" },
  "rotate-secret": { oldSecret: "keep" },
  "change-proof": { "proof.kind": "address" },
  pause: {},
  resume: {},
  remove: {},
};

const NO_SHOP = { shopAddress: "not a shop" };
const shopActs: Record<ShopAct["intent"], { fields?: Record<string, string>; answer: number }> = {
  begin: { fields: NO_SHOP, answer: 422 },
  paste: { fields: { ...NO_SHOP, consumerKey: "ck_12345678", consumerSecret: "cs_12345678" }, answer: 422 },
  token: { fields: { ...NO_SHOP, token: "12345678" }, answer: 422 },
  finish: { fields: { returned: "success=0" }, answer: 409 },
  register: { answer: 409 },
  check: { answer: 409 },
  drop: { answer: 404 },
};

// Whoever may ask is told that there is no such delivery.
const selection = JSON.stringify({ kind: "ids", ids: [NOBODYS] });
const deskActs = Object.fromEntries(
  ["rehearse", "replay"].map((intent) => [
    intent,
    { access: "deliveries.replay", fields: { intent, selection }, answer: 404 },
  ]),
) satisfies RouteAccess["actions"];

/** Who may use the routes of connections and their deliveries. */
export const CONNECTION_ACCESS: Record<string, RouteAccess> = {
  "routes/o.$slug.connections._index": {
    path: ({ slug }) => `/o/${slug}/connections`,
    loader: "connections.view",
  },
  "routes/o.$slug.connections.new": {
    path: ({ slug }) => `/o/${slug}/connections/new`,
    loader: "connections.manage",
    actions: {
      POST: { access: "connections.manage", fields: { platform: "woocommerce", name: "Kedai" } },
    },
  },
  "routes/o.$slug.connections.deliveries._index": {
    path: ({ slug }) => `/o/${slug}/connections/deliveries?index`,
    loader: "deliveries.view",
    actions: deskActs,
  },
  "routes/o.$slug.connections.deliveries.$deliveryId": {
    path: ({ slug, deliveryId }) => `/o/${slug}/connections/deliveries/${deliveryId}`,
    loader: "deliveries.view",
    actions: deskActs,
  },
  "routes/o.$slug.connections.$connectionId": {
    path: ({ slug, connectionId }) => `/o/${slug}/connections/${connectionId}`,
    loader: "connections.view",
    actions: Object.fromEntries(
      Object.entries(connectionActions).map(([intent, fields]) => [
        intent,
        {
          access: "connections.manage",
          fields: { intent, ...fields },
          // Whoever may use the form is told that WooCommerce decides this itself.
          ...(intent === "change-proof" && { answer: 409 }),
        },
      ]),
    ),
  },
  "routes/o.$slug.connections.$connectionId_.sync": {
    path: ({ slug, connectionId }) => `/o/${slug}/connections/${connectionId}/sync`,
    loader: "connections.view",
    actions: {
      // Whoever may ask is told what is missing: the shop has no keys, and there is no such job.
      backfill: {
        access: "connections.manage",
        fields: { intent: "backfill", period: "all" },
        answer: 409,
      },
      resume: { access: "connections.manage", fields: { intent: "resume" }, answer: 409 },
      fetch: { access: "connections.manage", fields: { intent: "fetch" }, answer: 409 },
      cancel: { access: "connections.manage", fields: { intent: "cancel", jobId: NOBODYS }, answer: 404 },
    },
  },
  "routes/o.$slug.connections.$connectionId_.mapping": {
    path: ({ slug, mappedConnectionId }) => `/o/${slug}/connections/${mappedConnectionId}/mapping`,
    loader: "connections.manage",
    actions: {
      POST: {
        access: "connections.manage",
        // Whoever may save is told that it began from another version.
        fields: { basedOn: "7", mapping: JSON.stringify(CUSTOM_MAPPING) },
        answer: 409,
      },
    },
  },
  "routes/o.$slug.connections.$connectionId_.connect": {
    path: ({ slug, connectionId }) => `/o/${slug}/connections/${connectionId}/connect`,
    loader: "connections.manage",
    // Whoever may ask is told what is missing: nothing here speaks to a shop.
    actions: Object.fromEntries(
      Object.entries(shopActs).map(([intent, { fields, answer }]) => [
        intent,
        { access: "connections.manage", fields: { intent, ...fields }, answer },
      ]),
    ),
  },
};
