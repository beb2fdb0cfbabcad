import type { Connector } from "../connector";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { readShopAddress } from "./shop-address";
import { verify } from "./verify";

export const onpay: Connector = {
  platform: "onpay",
  label: "OnPay",
  kind: "shop",
  proof: "body_token",
  secretOrigin: "pasted",
  secretPattern: /^[!-~]{8,500}$/,
  secretFields: ["token"],
  signatureHeader: null,
  bodyFormats: ["json", "form"],
  topics: ["sale.created", "sale.confirmed", "sale.canceled"],
  readShopAddress,
  reading: { letsIn: "token", shows: "orders" },
  policyUrl: "https://onpay.my/policy",
  guide,
  facts: {
    signature: "documented",
    events: "documented",
    fields: "assumed",
    statuses: "observed",
    money: "observed",
    times: "assumed",
  },
  verify,
  identify,
  parse,
};
