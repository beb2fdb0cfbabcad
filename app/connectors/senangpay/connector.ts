import type { Connector } from "../connector";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const senangpay: Connector = {
  platform: "senangpay",
  label: "senangPay",
  kind: "payments",
  proof: "signature",
  secretOrigin: "pasted",
  // senangPay's keys are shorter than others'.
  secretPattern: /^[!-~]{8,200}$/,
  secretFields: ["hash"],
  signatureHeader: null,
  bodyFormats: ["form", "json", "multipart"],
  okText: "OK",
  topics: ["payment.success", "payment.pending", "payment.failed"],
  policyUrl: "https://senangpay.com/privacy-policy",
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
