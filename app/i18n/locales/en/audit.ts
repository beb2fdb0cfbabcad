export const audit = {
  title: "Audit log",
  lead: "Who did what, and when. Nothing here can be changed or removed.",
  columns: { time: "Time", actor: "Who", act: "What", subject: "On what", address: "IP address" },
  actors: { user: "A former member", key: "API key", job: "OruCRM", shop: "A shop", visitor: "A visitor" },
  empty: { title: "Nothing yet", body: "Every act of a member, a key or a job is kept here." },
  unnamed: "one that no longer has a name",
  fields: {
    name: "name",
    registrationNumber: "registration number",
    phone: "phone",
    website: "website",
    address: "address",
    timeZone: "time zone",
    currency: "currency",
    language: "language",
  },
  acts: {
    access: { refused: "Asked for something that the role does not allow: {{permission}}" },
    connection: {
      created: "Connected <b>{{subject}}</b>",
      paused: "Paused <b>{{subject}}</b>",
      removed: "Removed the connection <b>{{subject}}</b>",
      renamed: "Renamed the connection <b>{{subject}}</b>",
      resumed: "Resumed <b>{{subject}}</b>",
      secret_revealed: "Looked at the secret of <b>{{subject}}</b>",
      secret_rotated: "Gave <b>{{subject}}</b> a new secret",
      secrets_resealed: "Encrypted the secrets of <b>{{subject}}</b> anew, with key {{keyVersion}}",
    },
    customer: {
      erased: "Erased a customer at the shop's request",
      restored: "Took a customer out of the trash, because of a new order",
    },
    delivery: { replayed: "Replayed a delivery" },
    email: { verified: "Verified the email address" },
    orders: { anonymized: "Took the buyers out of {{orders}} orders" },
    organization: { created: "Opened the organization", updated: "Changed the organization: {{fields}}" },
    password: { changed: "Changed the password" },
    profile: { updated: "Changed the profile: {{fields}}" },
    sample: {
      removed: "Removed the sample data: {{customers}} customers, {{orders}} orders, {{products}} products",
    },
    session: {
      ended: "Logged out",
      refused: "Failed to log in as <b>{{subject}}</b>",
      started: "Logged in",
    },
    shop: { erased: "Erased the shop's data at the platform's request" },
    trash: {
      purged:
        "Deleted for good what was in the trash for 30 days: {{customers}} customers, {{orders}} orders, {{products}} products",
    },
  },
};
