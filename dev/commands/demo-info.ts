import { reportFailure } from "../refusal";
import { findRunningStack } from "./running-stack";

/** `npm run -s demo:info`: how to enter the running demo, as JSON. */
async function main(): Promise<void> {
  const { url, email, password, organization, databaseUrl, connections } = findRunningStack().facts;
  console.log(JSON.stringify({ url, email, password, organization, databaseUrl, connections }, null, 2));
}

main().catch(reportFailure);
