import type { Connector } from "../connector";
import { ALL_DOCUMENTED } from "../wire-facts";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const billplz: Connector = {
  platform: "billplz",
  label: "Billplz",
  kind: "payments",
  proof: "signature",
  secretOrigin: "pasted",
  secretFields: ["x_signature"],
  signatureHeader: null,
  bodyFormats: ["form", "json"],
  topics: ["bill.paid", "bill.due", "bill.deleted"],
  policyUrl: "https://www.billplz.com/privacy",
  guide,
  facts: ALL_DOCUMENTED,
  verify,
  identify,
  parse,
};
