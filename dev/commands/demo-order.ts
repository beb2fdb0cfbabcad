import { curlLine } from "../demo/curl-line";
import { writeDemoOrder } from "../demo/demo-order";
import { Refusal, reportFailure } from "../refusal";
import { findRunningStack } from "./running-stack";

/** `npm run demo:order`: a signed order of this moment arrives at the running app, as from a WooCommerce shop. */
async function main(): Promise<void> {
  const { place, facts } = findRunningStack();
  const order = await writeDemoOrder(place, facts);
  if (order === null) throw new Refusal("The demo organization has no WooCommerce connection.");
  console.log(`Sending ${order.summary}\n\n${curlLine(order)}\n`);
  const { url, headers, body } = order;
  const answer = await fetch(url, { method: "POST", headers, body }).catch((cause) => {
    throw new Refusal(`The app does not answer at ${url}: ${cause.message}`, { cause });
  });
  const text = `The app answered ${answer.status} ${await answer.text()}`.trim();
  if (!answer.ok) throw new Refusal(text);
  console.log(`${text}\nIt shows at ${facts.url}/o/${facts.organization}/orders`);
}

main().catch(reportFailure);
