import { PROJECT } from "../local/place";
import { findPromiseTests } from "../promises/find-promise-tests";
import { judgePromises } from "../promises/judge-promises";
import { Refusal, reportFailure } from "../refusal";

/** `npm run promises`: every promise of the privacy policy with the tests that hold it; `-- --quiet` tells only what is wrong. */
async function main(): Promise<void> {
  const tests = findPromiseTests(PROJECT);
  const { lines, wrong } = judgePromises(tests);
  if (!process.argv.includes("--quiet")) console.log(lines.join("\n"));
  if (wrong.length > 0) throw new Refusal(wrong.join("\n"));
}

main().catch(reportFailure);
