import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT } from "../../dev/local/place";
import { reportFailure } from "../../dev/refusal";
import { type BenchResult, isMet } from "./bench-result";
import { BENCHES } from "./benches";
import { formatTable } from "./table";

const FOLDER = join(PROJECT, ".local", "bench");

/**
 * `npm run bench [-- --only receive --only ssr]`: a table on the terminal, the
 * same as JSON below `.local/bench`, and exit code 1 when something is missed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
  const chosen = BENCHES.filter(({ name }) => !values.only || values.only.includes(name));
  if (chosen.length === 0) {
    throw new Error(`No such bench. There are: ${BENCHES.map(({ name }) => name).join(", ")}`);
  }
  const machine = { processors: availableParallelism(), node: process.version, loadAtStart: loadavg() };
  const results: BenchResult[] = [];
  for (const { name, run } of chosen) {
    const startedAt = Date.now();
    results.push(...(await run()));
    console.log(`${name}: ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  }
  const path = writeJson({ machine: { ...machine, loadAtEnd: loadavg() }, results });
  console.log(`\n${formatTable(results)}\n\n${path}`);
  if (!results.every(isMet)) process.exitCode = 1;
}

function writeJson(report: object): string {
  mkdirSync(FOLDER, { recursive: true });
  const at = new Date().toISOString();
  const path = join(FOLDER, `${at.replaceAll(":", "-")}.json`);
  writeFileSync(path, `${JSON.stringify({ at, ...report }, null, 2)}\n`);
  return path;
}

await main().catch(reportFailure);
// Workers and clusters that were stopped may leave handles behind.
process.exit();
