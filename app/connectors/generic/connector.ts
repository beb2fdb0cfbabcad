import { ALL_DOCUMENTED } from "../wire-facts";
import { guide } from "./guide";
import { mappedConnector } from "./mapped-connector";

export const generic = mappedConnector({
  platform: "generic",
  label: "Custom webhook",
  guide,
  // Nothing is assumed: the seller says it all.
  facts: ALL_DOCUMENTED,
  usualProof: { kind: "address" },
  isReadByNames: false,
});
