import type { Connector } from "../connector";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const chip: Connector = {
  platform: "chip",
  label: "CHIP",
  kind: "payments",
  proof: "signature",
  secretOrigin: "pasted",
  // A public key, with or without its frame.
  secretPattern: /^[A-Za-z0-9+/=\s-]{200,5000}$/,
  signatureHeader: "X-Signature",
  bodyFormats: ["json"],
  topics: [
    "purchase.created",
    "purchase.paid",
    "purchase.payment_failure",
    "purchase.cancelled",
    "purchase.hold",
    "purchase.captured",
    "purchase.released",
    "payment.refunded",
    "payment.charged_back",
  ],
  policyUrl: "https://www.chip-in.asia/privacy-policy",
  guide,
  facts: {
    signature: "documented",
    events: "documented",
    fields: "documented",
    statuses: "assumed",
    money: "documented",
    times: "documented",
  },
  verify,
  identify,
  parse,
};
