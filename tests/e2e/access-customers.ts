import { NOBODYS, type RouteAccess } from "./access-rules";

/** What is done to customers by hand, and the settings of what they carry. */
export const CUSTOMER_ACCESS: Record<string, RouteAccess> = {
  "routes/o.$slug.customers.new": {
    path: ({ slug }) => `/o/${slug}/customers/new`,
    loader: "customers.edit",
    actions: { POST: { access: "customers.edit", fields: { name: "Kak Ros" } } },
  },
  "routes/o.$slug.customers.$id_.edit": {
    path: ({ slug, customerId }) => `/o/${slug}/customers/${customerId}/edit`,
    actions: {
      "set-fact": {
        access: "customers.edit",
        fields: { intent: "set-fact", field: "company", value: "Kedai Baru" },
      },
    },
  },
  "routes/o.$slug.customers.$id_.notes": {
    path: ({ slug, customerId }) => `/o/${slug}/customers/${customerId}/notes`,
    loader: "customers.view",
    actions: { add: { access: "notes.write", fields: { intent: "add", body: "Call back" } } },
  },
  "routes/o.$slug.note-readers": { path: ({ slug }) => `/o/${slug}/note-readers`, loader: "notes.write" },
  "routes/o.$slug.customers.$id_.timeline": {
    path: ({ slug, customerId }) => `/o/${slug}/customers/${customerId}/timeline`,
    loader: "customers.view",
  },
  "routes/o.$slug.customers.$id_.consents": {
    path: ({ slug, customerId }) => `/o/${slug}/customers/${customerId}/consents`,
    loader: "customers.view",
  },
  "routes/o.$slug.tags": { path: ({ slug }) => `/o/${slug}/tags`, loader: "customers.view" },
  "routes/o.$slug.settings.fields": {
    path: ({ slug }) => `/o/${slug}/settings/fields`,
    loader: "fields.manage",
    actions: {
      create: { access: "fields.manage", fields: { intent: "create", type: "number", name: "Points" } },
    },
  },
  "routes/o.$slug.settings.tags": {
    path: ({ slug }) => `/o/${slug}/settings/tags`,
    loader: "tags.manage",
    actions: {
      // Whoever may manage tags is told that there is no such tag.
      delete: { access: "tags.manage", fields: { intent: "delete", id: NOBODYS }, answer: 404 },
    },
  },
  "routes/o.$slug.customers.duplicates": {
    path: ({ slug }) => `/o/${slug}/customers/duplicates`,
    loader: "customers.merge",
  },
  "routes/o.$slug.customers.$id_.merge.$otherId": {
    path: ({ slug, customerId, otherCustomerId }) =>
      `/o/${slug}/customers/${customerId}/merge/${otherCustomerId}`,
    loader: "customers.merge",
  },
  "routes/o.$slug.customers.decisions": {
    path: ({ slug }) => `/o/${slug}/customers/decisions`,
    // Whoever may use the buttons is told that there are no such customers.
    actions: {
      merge: {
        access: "customers.merge",
        fields: { intent: "merge", survivorId: NOBODYS, absorbedId: NOBODYS },
        answer: 404,
      },
      apart: {
        access: "customers.merge",
        fields: { intent: "apart", oneId: NOBODYS, otherId: NOBODYS },
        answer: 404,
      },
      later: {
        access: "customers.merge",
        fields: { intent: "later", oneId: NOBODYS, otherId: NOBODYS },
        answer: 404,
      },
      split: { access: "customers.merge", fields: { intent: "split", mergeId: NOBODYS }, answer: 404 },
    },
  },
};
