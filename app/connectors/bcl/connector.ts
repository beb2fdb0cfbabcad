import type { Connector } from "../connector";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const bcl: Connector = {
  platform: "bcl",
  label: "BCL",
  kind: "shop",
  proof: "optional_signature",
  secretOrigin: "pasted",
  secretFields: ["checksum"],
  signatureHeader: "X-BCL-Signature",
  bodyFormats: ["json", "form", "multipart"],
  topics: ["form-submit", "payment-success", "payment-failed", "direct-debit"],
  policyUrl: "https://bcl.my/privacy-policy",
  guide,
  facts: {
    signature: "observed",
    events: "observed",
    fields: "observed",
    statuses: "observed",
    money: "observed",
    times: "assumed",
  },
  verify,
  identify,
  parse,
};
