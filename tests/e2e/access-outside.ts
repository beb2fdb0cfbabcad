import { NOBODYS, publicForm, type RouteAccess } from "./access-rules";

/** Who may use the routes outside of an organization. */
export const OUTSIDE_ACCESS: Record<string, RouteAccess> = {
  root: { path: () => "/", loader: "public" },
  "routes/_index": { path: () => "/", loader: "public" },
  "routes/privacy": { path: () => "/privacy", loader: "public" },
  "routes/status": { path: () => "/status", loader: "public" },
  "routes/trust": { path: () => "/trust", loader: "public" },
  "routes/_account.unsubscribe": {
    path: () => "/unsubscribe",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
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
  "routes/_account.account.closing": {
    path: () => "/account/closing?lng=en",
    loader: "session",
    actions: {
      // Whoever has an account is told that this is not its email, and that it is open.
      close: { access: "session", fields: { intent: "close", email: "not mine" }, answer: 422 },
      reopen: { access: "session", fields: { intent: "reopen" }, answer: 409 },
    },
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
      "confirm-totp": { access: "session", fields: { intent: "confirm-totp", code: "123456" }, answer: 409 },
      // There is none to change yet, and this is said to whoever may change their own.
      "cancel-reset": { access: "session", fields: { intent: "cancel-reset" } },
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
  "routes/_account.factor-reset": {
    path: () => "/factor-reset",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/log-in.passkey-challenge": {
    path: () => "/log-in/passkey-challenge",
    actions: { POST: publicForm({ purpose: "log-in" }) },
  },
  "routes/account.passkey-challenge": {
    path: () => "/account/passkey-challenge",
    actions: { POST: { access: "session", fields: { purpose: "add" } } },
  },
  "routes/_account.forgot-password": {
    path: () => "/forgot-password",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.new-password": {
    path: () => "/new-password",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.confirm-email": {
    path: () => "/confirm-email",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
  },
  "routes/_account.undo-email": {
    path: () => "/undo-email",
    loader: "public",
    actions: { POST: publicForm({}, 422) },
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
};
