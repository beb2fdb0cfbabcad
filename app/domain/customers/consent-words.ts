import type { ConsentChannel, ConsentState } from "~/connectors/canonical";

export const CONSENT_CHANNELS = ["email", "whatsapp", "sms"] as const satisfies readonly ConsentChannel[];
export const CONSENT_STATES = [
  "subscribed",
  "unsubscribed",
  "pending",
  "never",
] as const satisfies readonly ConsentState[];
export const CONSENT_SOURCES = ["shop", "person", "import"] as const;
