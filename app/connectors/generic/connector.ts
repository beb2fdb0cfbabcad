import { guide } from "./guide";
import { mappedConnector } from "./mapped-connector";

export const generic = mappedConnector({
  platform: "generic",
  label: "Custom webhook",
  guide,
  facts: {
    signature: "documented",
    events: "assumed",
    fields: "assumed",
    statuses: "assumed",
    money: "assumed",
    times: "assumed",
  },
  usualProof: { kind: "address" },
  isReadByNames: false,
});
