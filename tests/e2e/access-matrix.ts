import { POLICY_VERSION } from "~/domain/accounts/privacy-policy";
import type { ImportAction } from "~/domain/imports/import.schema";
import type { memberActionSchema } from "~/domain/members/members.schema";
import { CONNECTION_ACCESS } from "./access-connections";
import { CUSTOMER_ACCESS } from "./access-customers";
import { OUTSIDE_ACCESS } from "./access-outside";
import { NOBODYS, type RouteAccess } from "./access-rules";
import { SALES_ACCESS } from "./access-sales";

const importActions: Record<Exclude<ImportAction["intent"], "match">, Record<string, string>> = {
  complete: { rowCount: "1", partCount: "1" },
  rehearse: {},
  run: {},
  cancel: {},
  undo: {},
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

const CORRECTED = { status: "cancelled", currency: "MYR", isTest: "on" };
const ONE_ITEM = { "items[0].name": "Sambal", "items[0].quantity": "1", "items[0].total": "5" };
const AMOUNTS = { total: "12.50", tax: "0", shipping: "0", discount: "0", paid: "0" };
const USUAL_VIEW = JSON.stringify({
  filter: null,
  sort: "lastOrder",
  order: "desc",
  columns: null,
  density: null,
});

/**
 * Who may use which loader and action. Every route of the build is here; a test
 * compares the two, and then asks each as every role, as nobody and as a stranger.
 */
export const ACCESS_MATRIX: Record<string, RouteAccess> = {
  ...OUTSIDE_ACCESS,
  ...CONNECTION_ACCESS,
  ...CUSTOMER_ACCESS,
  ...SALES_ACCESS,
  "routes/o.$slug": { path: ({ slug }) => `/o/${slug}`, loader: "dashboard.view" },
  "routes/o.$slug._index": { path: ({ slug }) => `/o/${slug}`, loader: "dashboard.view" },
  "routes/o.$slug.search": { path: ({ slug }) => `/o/${slug}/search?q=aisyah`, loader: "customers.view" },
  "routes/o.$slug.customers._index": { path: ({ slug }) => `/o/${slug}/customers`, loader: "customers.view" },
  "routes/o.$slug.customers.$id": {
    path: ({ slug, customerId }) => `/o/${slug}/customers/${customerId}`,
    loader: "customers.view",
    actions: { POST: { access: "customers.erase", fields: { intent: "erase" } } },
  },
  "routes/o.$slug.orders._index": { path: ({ slug }) => `/o/${slug}/orders`, loader: "orders.view" },
  "routes/o.$slug.orders.$id": {
    path: ({ slug, orderId }) => `/o/${slug}/orders/${orderId}`,
    loader: "orders.view",
    actions: {
      correct: { access: "orders.edit", fields: { intent: "correct", ...CORRECTED, ...AMOUNTS } },
      // Whoever may use the button is told that nobody has set this by hand.
      release: { access: "orders.edit", fields: { intent: "release", field: "number" }, answer: 409 },
      // A shop's order keeps the items that its shop tells of.
      items: {
        access: "orders.edit",
        fields: { intent: "items", currency: "MYR", ...ONE_ITEM },
        answer: 409,
      },
    },
  },
  "routes/o.$slug.products._index": { path: ({ slug }) => `/o/${slug}/products`, loader: "products.view" },
  "routes/o.$slug.settings": { path: ({ slug }) => `/o/${slug}/settings`, loader: "organization.view" },
  "routes/o.$slug.settings.activity": {
    path: ({ slug }) => `/o/${slug}/settings/activity`,
    loader: "activity.view",
    actions: {
      // Whoever may use the button is told that this names no job.
      cancel: {
        access: "activity.view",
        fields: { intent: "cancel", jobId: "malformed" },
        answer: 422,
      },
    },
  },
  "routes/o.$slug.neighbours": {
    path: ({ slug }) => `/o/${slug}/neighbours?noun=customers&id=${NOBODYS}`,
    loader: "customers.view",
  },
  "routes/o.$slug.views": {
    path: ({ slug }) => `/o/${slug}/views`,
    actions: Object.fromEntries(
      ["save", "rename", "delete"].map((intent) => [
        `POST ${intent}`,
        {
          access: "customers.view",
          fields: { intent, noun: "customers", id: NOBODYS, name: "Setia", state: USUAL_VIEW },
          answer: 404,
        } as const,
      ]),
    ),
  },
  "routes/o.$slug.layout": {
    path: ({ slug }) => `/o/${slug}/layout`,
    actions: { POST: { access: "customers.view", fields: { noun: "customers", density: "compact" } } },
  },
  "routes/o.$slug.trash": {
    path: ({ slug }) => `/o/${slug}/trash`,
    // Whoever may use the buttons is told that there is no such record.
    actions: Object.fromEntries(
      ["trash", "restore"].map((intent) => [
        intent,
        { access: "records.trash", fields: { intent, noun: "customer", id: NOBODYS }, answer: 404 } as const,
      ]),
    ),
  },
  "routes/o.$slug.bulk": {
    path: ({ slug }) => `/o/${slug}/bulk`,
    loader: "customers.view",
    actions: {
      change: {
        access: "customers.bulk",
        fields: {
          intent: "change",
          request: JSON.stringify({
            noun: "customer",
            act: { kind: "restore" },
            selection: { kind: "ids", ids: [NOBODYS] },
          }),
        },
      },
      // Whoever may undo is told that there is no such change.
      undo: { access: "customers.bulk", fields: { intent: "undo", changeId: NOBODYS }, answer: 404 },
    },
  },
  "routes/o.$slug.bulk_.$changeId.failures": {
    path: ({ slug }) => `/o/${slug}/bulk/${NOBODYS}/failures`,
    loader: "customers.bulk",
    answer: 404,
  },
  "routes/o.$slug.settings.trash": {
    path: ({ slug }) => `/o/${slug}/settings/trash`,
    loader: "trash.view",
    actions: {
      // Whoever may delete for good is told that the name differs.
      purge: {
        access: "trash.purge",
        fields: { intent: "purge", noun: "customer", ids: NOBODYS, name: "another name" },
        answer: 422,
      },
    },
  },
  "routes/o.$slug.settings.data": {
    path: ({ slug }) => `/o/${slug}/settings/data`,
    loader: "data.export",
    actions: { POST: { access: "data.export", fields: {} } },
  },
  "routes/o.$slug.settings.your-data": {
    path: ({ slug }) => `/o/${slug}/settings/your-data`,
    loader: "organization.view",
  },
  "routes/o.$slug.settings.your-data_.file": {
    path: ({ slug }) => `/o/${slug}/settings/your-data/file`,
    loader: "organization.view",
  },
  "routes/o.$slug.settings.closing": {
    path: ({ slug }) => `/o/${slug}/settings/closing`,
    loader: "organization.close",
    actions: {
      // Whoever may close it is told that the name differs, and that it is open.
      close: {
        access: "organization.close",
        fields: { intent: "close", name: "another name" },
        answer: 422,
      },
      reopen: { access: "organization.close", fields: { intent: "reopen" }, answer: 409 },
    },
  },
  "routes/o.$slug.exports.$jobId": {
    path: ({ slug, exportId }) => `/o/${slug}/exports/${exportId}`,
    loader: "data.export",
  },
  "routes/o.$slug.imports._index": { path: ({ slug }) => `/o/${slug}/imports`, loader: "imports.run" },
  "routes/o.$slug.imports.new": { path: ({ slug }) => `/o/${slug}/imports/new`, loader: "imports.run" },
  "routes/o.$slug.imports.$importId._index": {
    path: ({ slug, importId }) => `/o/${slug}/imports/${importId}`,
    loader: "imports.run",
  },
  "routes/o.$slug.imports.new-file": {
    path: ({ slug }) => `/o/${slug}/imports/new-file`,
    // A header has several names, which no form of single fields can hold.
    actions: { POST: { access: "imports.run", fields: { noun: "customers" }, answer: 400 } },
  },
  "routes/o.$slug.imports.$importId.parts.$part": {
    path: ({ slug }) => `/o/${slug}/imports/${NOBODYS}/parts/0`,
    actions: { POST: { access: "imports.run", fields: {}, answer: 404 } },
  },
  "routes/o.$slug.imports.$importId.rejected[.]csv": {
    path: ({ slug }) => `/o/${slug}/imports/${NOBODYS}/rejected.csv`,
    loader: "imports.run",
    answer: 404,
  },
  "routes/o.$slug.imports.$importId.act": {
    path: ({ slug }) => `/o/${slug}/imports/${NOBODYS}/act`,
    actions: Object.fromEntries(
      Object.entries(importActions).map(([intent, fields]) => [
        intent,
        { access: "imports.run", fields: { intent, ...fields }, answer: 404 },
      ]),
    ),
  },
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
  "routes/o.$slug.settings.security-watch": {
    path: ({ slug }) => `/o/${slug}/settings/security-watch`,
    loader: "security.view",
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
      POST: {
        access: "organization.view",
        fields: { name: "Aina", language: "en", theme: "system" },
      },
    },
  },
  "routes/o.$slug.settings.security": {
    path: ({ slug }) => `/o/${slug}/settings/security`,
    loader: "organization.view",
    actions: {
      // Whoever may use the form is told that the current password is wrong.
      password: {
        access: "organization.view",
        fields: { intent: "password", currentPassword: "teh tarik", newPassword: "kopi ais kaw satu" },
        answer: 422,
      },
      // Or that this is no email.
      email: {
        access: "organization.view",
        fields: { intent: "email", email: "baharu" },
        answer: 422,
      },
      "end-session": {
        access: "organization.view",
        fields: { intent: "end-session", sessionId: NOBODYS },
        answer: 409,
      },
      "end-others": { access: "organization.view", fields: { intent: "end-others" } },
    },
  },
  "routes/o.$slug.settings.factor-rule": {
    path: ({ slug }) => `/o/${slug}/settings/factor-rule`,
    loader: "organization.manage",
    // To ask it of nobody changes nothing and needs no factor of one's own.
    actions: { POST: { access: "organization.manage", fields: { rule: "nobody" } } },
  },
  "routes/o.$slug.settings.webhook-logs": {
    path: ({ slug }) => `/o/${slug}/settings/webhook-logs`,
    loader: "organization.manage",
    actions: { POST: { access: "organization.manage", fields: { days: "60" } } },
  },
  "routes/o.$slug.policy": {
    path: ({ slug }) => `/o/${slug}/policy`,
    loader: "dashboard.view",
    actions: { POST: { access: "dashboard.view", fields: { version: POLICY_VERSION } } },
  },
  "routes/o.$slug.notifications": {
    path: ({ slug }) => `/o/${slug}/notifications`,
    loader: "dashboard.view",
    actions: { POST: { access: "dashboard.view", fields: {} } },
  },
  "routes/o.$slug.settings.notifications": {
    path: ({ slug }) => `/o/${slug}/settings/notifications`,
    loader: "organization.view",
    actions: { POST: { access: "organization.view", fields: { productMail: "on" } } },
  },
  "routes/o.$slug.settings.support._index": {
    path: ({ slug }) => `/o/${slug}/settings/support`,
    loader: "support.ask",
    actions: { POST: { access: "support.ask", fields: { subject: "Hello", body: "Is it me?" } } },
  },
  "routes/o.$slug.settings.support.$requestId": {
    path: ({ slug, supportRequestId }) => `/o/${slug}/settings/support/${supportRequestId}`,
    loader: "support.ask",
    isOfAdmins: true,
    actions: {
      reply: { access: "support.ask", fields: { intent: "reply", body: "And now?" } },
      close: { access: "support.ask", fields: { intent: "close" } },
    },
  },
  "routes/o.$slug.sample": {
    path: ({ slug }) => `/o/${slug}/sample`,
    actions: { POST: { access: "sample.remove", fields: {} } },
  },
};
