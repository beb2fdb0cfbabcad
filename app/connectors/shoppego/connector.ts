import type { Connector } from "../connector";
import { EVENTS } from "./events";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { readShopAddress } from "./shop-address";
import { verify } from "./verify";

export const shoppego: Connector = {
  platform: "shoppego",
  label: "Shoppego",
  kind: "shop",
  proof: "address",
  secretOrigin: "generated",
  signatureHeader: null,
  bodyFormats: ["json", "form"],
  topics: EVENTS.map(({ event }) => event),
  addressEvents: EVENTS,
  readShopAddress,
  policyUrl: "https://shoppego.com/privacy-policy",
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
