import { mappedConnector } from "../generic/mapped-connector";
import { guide } from "./guide";

/** Nobody has published TheBoss's format: it is a webhook that is read by the names of its fields. */
export const theboss = mappedConnector({
  platform: "theboss",
  label: "TheBoss",
  guide,
  facts: {
    signature: "assumed",
    events: "assumed",
    fields: "assumed",
    statuses: "assumed",
    money: "assumed",
    times: "assumed",
  },
  usualProof: { kind: "token", header: "x-webhook-token" },
  isReadByNames: true,
});
