import type { Place } from "../local/place";
import type { Facts } from "../local/running";
import { curlLine } from "./curl-line";
import { writeDemoOrder } from "./demo-order";

/** The one block that a new user reads. */
export async function welcome(place: Place, facts: Facts): Promise<string> {
  const order = await writeDemoOrder(place, facts);
  const lines = [
    "",
    `  OruCRM runs at ${facts.url}`,
    "",
    `  Log in      ${facts.email}  /  ${facts.password}`,
    `  Mail        ${facts.url}/dev/mailbox shows what the app sends`,
    `  Database    ${facts.databaseUrl}`,
    "  New order   npm run demo:order sends a signed WooCommerce order of this moment, as does",
    `              ${order ? curlLine(order) : "(no WooCommerce connection)"}`,
    "",
    "  Ctrl-C ends it.",
    "",
  ];
  return lines.join("\n");
}
