import type { connectionActionSchema } from "~/domain/connections/connections.schema";
import type { memberActionSchema } from "~/domain/members/members.schema";
import type { Permission } from "~/domain/organizations/permissions";

/** `public`: anybody. `session`: whoever is logged in, in any organization. */
export type Access = Permission | "public" | "session";

/** One thing of each kind that an organization has, for addresses. */
export type World = {
  slug: string;
  customerId: string;
  orderId: string;
  connectionId: string;
  deliveryId: string;
  memberId: string;
  invitationId: string;
};

type ActionAccess = {
  access: Access;
  /** A form that is taken from whoever may send it. */
  fields: Record<string, string>;
  /** What such a form is answered, where that is no success. */
  answer?: number;
};

export type RouteAccess = {
  path: (world: World) => string;
  loader?: Access;
  /** What the loader answers to those who may ask, where that is no success. */
  answer?: number;
  /** By intent; `POST` where the route has one action. */
  actions?: Record<string, ActionAccess>;
};

const connectionActions: Record<
  (typeof connectionActionSchema.options)[number]["shape"]["intent"]["value"],
  Record<string, string>
> = {
  "reveal-secret": {},
  rename: { name: "Kedai Baru" },
  "rotate-secret": { oldSecret: "keep" },
  pause: {},
  resume: {},
  remove: {},
};

/** In the order in which they are tried on one member, who is a Viewer at first. */
const memberActions: Record<
  (typeof memberActionSchema.options)[number]["shape"]["intent"]["value"],
  { fields?: Record<string, string>; answer?: number }
> = {
  role: { fields: { role: "manager" } },
  suspend: {},
  reinstate: {},
  // Whoever may use the form is told that only the owner may do this.
  transfer: { answer: 409 },
  remove: {},
};
/** No record has this id. */
const NOBODYS = "0190a000-0000-7000-8000-000000000000";

/**
 * Who may use which loader and action. Every route of the build is here; a test
 * compares the two, and then asks each as every role, as nobody and as a stranger.
 */
export const ACCESS_MATRIX: Record<string, RouteAccess> = {
  root: { path: () => "/", loader: "public" },
  "routes/_index": { path: () => "/", loader: "public" },
  "routes/privacy": { path: () => "/privacy", loader: "public" },
  "routes/$": {
    path: () => "/nowhere",
    loader: "public",
    answer: 404,
    actions: { POST: publicForm({}, 404) },
  },
  "routes/_account.sign-up": {
    path: () => "/sign-up",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.log-in": {
    path: () => "/log-in",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.check-your-email": {
    path: () => "/check-your-email",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.verify": {
    path: () => "/verify",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.account.confirm": {
    path: () => "/account/confirm?lng=en",
    loader: "session",
    actions: {
      password: { access: "session", fields: { method: "password", password: "teh tarik" }, answer: 422 },
      code: { access: "session", fields: { method: "code", code: "123456" }, answer: 422 },
    },
  },
  "routes/_account.account.factors": {
    path: () => "/account/factors?lng=en",
    loader: "session",
    actions: {
      "begin-totp": { access: "session", fields: { intent: "begin-totp" } },
      "confirm-totp": { access: "session", fields: { intent: "confirm-totp", code: "abcdef" }, answer: 422 },
      // There is none to change yet, and this is said to whoever may change their own.
      "remove-totp": { access: "session", fields: { intent: "remove-totp" }, answer: 404 },
      "replace-codes": { access: "session", fields: { intent: "replace-codes" }, answer: 409 },
      "add-passkey": { access: "session", fields: { intent: "add-passkey", name: "Telefon" }, answer: 422 },
      "rename-passkey": {
        access: "session",
        fields: { intent: "rename-passkey", id: NOBODYS, name: "Telefon" },
        answer: 404,
      },
      "remove-passkey": {
        access: "session",
        fields: { intent: "remove-passkey", id: NOBODYS },
        answer: 404,
      },
    },
  },
  "routes/_account.log-in_.second-step": {
    path: () => "/log-in/second-step",
    loader: "public",
    actions: { POST: publicForm({ method: "code", code: "123456" }) },
  },
  "routes/log-in.passkey-challenge": {
    path: () => "/log-in/passkey-challenge",
    actions: { POST: publicForm({ purpose: "log-in" }) },
  },
  "routes/account.passkey-challenge": {
    path: () => "/account/passkey-challenge",
    actions: { POST: { access: "session", fields: { purpose: "add" } } },
  },
  "routes/dev.mailbox": { path: () => "/dev/mailbox", loader: "public" },
  "routes/dev.mailbox[.]json": { path: () => "/dev/mailbox.json", loader: "public" },
  "routes/log-out": { path: () => "/log-out", loader: "public", actions: { POST: publicForm({}) } },
  "routes/_account.invitation": {
    path: () => "/invitation",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.new-organization": {
    path: () => "/new-organization?lng=en",
    loader: "session",
    actions: {
      POST: {
        access: "session",
        fields: { name: "Butik", timeZone: "Asia/Kuching", currency: "MYR" },
      },
    },
  },
  "routes/o._index": {
    path: () => "/o?choose&lng=en",
    loader: "session",
    actions: {
      // Nobody was invited by this id.
      POST: {
        access: "session",
        fields: { invitation: "0190a000-0000-7000-8000-000000000000" },
        answer: 409,
      },
    },
  },
  "routes/account.preferences": {
    path: () => "/account/preferences",
    loader: "public",
    actions: {
      theme: { access: "session", fields: { intent: "theme", theme: "dark" } },
      language: { access: "session", fields: { intent: "language", language: "en" } },
    },
  },
  "routes/o.$slug": { path: ({ slug }) => `/o/${slug}`, loader: "dashboard.view" },
  "routes/o.$slug._index": { path: ({ slug }) => `/o/${slug}`, loader: "dashboard.view" },
  "routes/o.$slug.search": { path: ({ slug }) => `/o/${slug}/search?q=aisyah`, loader: "customers.view" },
  "routes/o.$slug.customers._index": { path: ({ slug }) => `/o/${slug}/customers`, loader: "customers.view" },
  "routes/o.$slug.customers.$id": {
    path: ({ slug, customerId }) => `/o/${slug}/customers/${customerId}`,
    loader: "customers.view",
  },
  "routes/o.$slug.orders._index": { path: ({ slug }) => `/o/${slug}/orders`, loader: "orders.view" },
  "routes/o.$slug.orders.$id": {
    path: ({ slug, orderId }) => `/o/${slug}/orders/${orderId}`,
    loader: "orders.view",
  },
  "routes/o.$slug.products._index": { path: ({ slug }) => `/o/${slug}/products`, loader: "products.view" },
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
    path: ({ slug }) => `/o/${slug}/connections/deliveries`,
    loader: "deliveries.view",
  },
  "routes/o.$slug.connections.deliveries.$deliveryId": {
    path: ({ slug, deliveryId }) => `/o/${slug}/connections/deliveries/${deliveryId}`,
    loader: "deliveries.view",
    actions: { POST: { access: "deliveries.replay", fields: {} } },
  },
  "routes/o.$slug.connections.$connectionId": {
    path: ({ slug, connectionId }) => `/o/${slug}/connections/${connectionId}`,
    loader: "connections.view",
    actions: Object.fromEntries(
      Object.entries(connectionActions).map(([intent, fields]) => [
        intent,
        { access: "connections.manage", fields: { intent, ...fields } },
      ]),
    ),
  },
  "routes/o.$slug.settings": { path: ({ slug }) => `/o/${slug}/settings`, loader: "organization.view" },
  "routes/o.$slug.settings._index": {
    path: ({ slug }) => `/o/${slug}/settings`,
    loader: "organization.view",
    actions: {
      POST: {
        access: "organization.manage",
        fields: { name: "Kedai", timeZone: "Asia/Kuching", currency: "MYR", language: "en" },
      },
    },
  },
  "routes/o.$slug.settings.members._index": {
    path: ({ slug }) => `/o/${slug}/settings/members`,
    loader: "members.view",
    actions: { leave: { access: "members.view", fields: { intent: "leave" } } },
  },
  "routes/o.$slug.settings.members.invite": {
    path: ({ slug }) => `/o/${slug}/settings/members/invite`,
    loader: "members.manage",
    actions: { POST: { access: "members.manage", fields: { email: "mei@kedai.my", role: "viewer" } } },
  },
  "routes/o.$slug.settings.members.$memberId": {
    path: ({ slug, memberId }) => `/o/${slug}/settings/members/${memberId}`,
    loader: "members.manage",
    actions: Object.fromEntries(
      Object.entries(memberActions).map(([intent, { fields, answer }]) => [
        intent,
        { access: "members.manage", fields: { intent, ...fields }, answer },
      ]),
    ),
  },
  "routes/o.$slug.settings.invitations.$invitationId": {
    path: ({ slug, invitationId }) => `/o/${slug}/settings/invitations/${invitationId}`,
    actions: Object.fromEntries(
      ["resend", "revoke"].map((intent) => [intent, { access: "members.manage", fields: { intent } }]),
    ),
  },
  "routes/o.$slug.settings.roles": {
    path: ({ slug }) => `/o/${slug}/settings/roles`,
    loader: "members.view",
  },
  "routes/o.$slug.settings.audit._index": {
    path: ({ slug }) => `/o/${slug}/settings/audit`,
    loader: "audit.view",
    actions: { verify: { access: "audit.view", fields: { intent: "verify", after: "0" } } },
  },
  "routes/o.$slug.settings.audit.export": {
    path: ({ slug }) => `/o/${slug}/settings/audit/export`,
    actions: { POST: { access: "audit.export", fields: { format: "csv" } } },
  },
  "routes/o.$slug.settings.profile": {
    path: ({ slug }) => `/o/${slug}/settings/profile`,
    loader: "organization.view",
    actions: {
      profile: {
        access: "organization.view",
        fields: { intent: "profile", name: "Aina", language: "en", theme: "system" },
      },
      // Whoever may use the form is told that the current password is wrong.
      password: {
        access: "organization.view",
        fields: { intent: "password", currentPassword: "teh tarik", newPassword: "kopi ais kaw satu" },
        answer: 422,
      },
    },
  },
  "routes/o.$slug.sample": {
    path: ({ slug }) => `/o/${slug}/sample`,
    actions: { POST: { access: "sample.remove", fields: {} } },
  },
};

function publicForm(fields: Record<string, string>, answer?: number): ActionAccess {
  return { access: "public", fields, answer };
}
