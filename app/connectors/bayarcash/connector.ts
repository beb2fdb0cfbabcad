import type { Connector } from "../connector";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const bayarcash: Connector = {
  platform: "bayarcash",
  label: "Bayarcash",
  kind: "payments",
  proof: "signature",
  secretOrigin: "pasted",
  secretFields: ["checksum"],
  signatureHeader: null,
  bodyFormats: ["json", "form", "multipart"],
  topics: ["transaction"],
  policyUrl: "https://bayarcash.com/privacy-policy",
  guide,
  facts: {
    signature: "documented",
    events: "documented",
    fields: "documented",
    statuses: "documented",
    money: "documented",
    times: "assumed",
  },
  verify,
  identify,
  parse,
};
