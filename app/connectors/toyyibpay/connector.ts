import type { Connector } from "../connector";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const toyyibpay: Connector = {
  platform: "toyyibpay",
  label: "toyyibPay",
  kind: "payments",
  proof: "signature",
  secretOrigin: "pasted",
  secretFields: ["hash"],
  signatureHeader: null,
  bodyFormats: ["form", "json", "multipart"],
  topics: ["payment.success", "payment.pending", "payment.failed"],
  policyUrl: "https://toyyibpay.com/privacy",
  guide,
  facts: {
    signature: "documented",
    events: "documented",
    fields: "documented",
    statuses: "documented",
    money: "assumed",
    times: "assumed",
  },
  verify,
  identify,
  parse,
};
