import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { PROJECT } from "../../dev/local/place";
import { reportFailure } from "../../dev/refusal";
import { findPermissions } from "./find-permissions";
import { findRefusals } from "./find-refusals";
import { findReplacements } from "./find-replacements";
import { findRouteGuards } from "./find-route-guards";
import { findTenantFilters } from "./find-tenant-filters";
import { judgeInCopies } from "./judge-in-copies";
import { judgeInDatabase } from "./judge-in-database";
import type { Mutant, Verdict } from "./mutant";

const FOLDER = join(PROJECT, ".local", "mutants");
/** Of the mutants that were tried, how many a test must notice. */
const ASKED_SHARE = 0.95;

/**
 * `npm run test:mutants [-- --match enter --list]`: takes away one safeguard at a
 * time and tells which of them no test misses. Exit code 1 below 95 %.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      match: { type: "string", default: "" },
      list: { type: "boolean" },
      copies: { type: "string", default: String(Math.min(2, availableParallelism())) },
      minutes: { type: "string", default: "28" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  const all = [
    ...findReplacements(),
    ...findPermissions(),
    ...findRouteGuards(),
    ...findTenantFilters(),
    ...findRefusals(),
  ];
  const chosen = all.filter(({ kind, name }) => new RegExp(values.match, "i").test(`${kind}: ${name}`));
  if (values.list) {
    for (const { kind, name } of chosen) console.log(`${kind}: ${name}`);
    return;
  }
  console.log(`${chosen.length} safeguards, seed ${values.seed}`);
  const deadline = Date.now() + Number(values.minutes) * 60_000;
  const caught = await judgeConditions(chosen);
  const known = new Set(caught.map(({ mutant }) => mutant));
  const rest = chosen.filter((mutant) => !known.has(mutant));
  const judged = await judgeInCopies(shuffle(rest, Number(values.seed)), {
    ...{ copies: Number(values.copies), deadline, tell },
  });
  report([...caught, ...judged], chosen.length);
}

/** In an order of the seed's, so that whatever there is time for is a fair sample. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  return fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 }).flat();
}

/** The conditions of the database's functions that its own tests miss; what they do not miss goes the long way. */
async function judgeConditions(mutants: readonly Mutant[]): Promise<Verdict[]> {
  const conditions = mutants.flatMap(({ inDatabase }) => inDatabase ?? []);
  if (conditions.length === 0) return [];
  const startedAt = Date.now();
  const noticed = await judgeInDatabase(conditions);
  const total = (Date.now() - startedAt) / 1000;
  console.log(
    `${noticed.size} of ${conditions.length} conditions caught in the database, ${total.toFixed(0)} s`,
  );
  return mutants.flatMap((mutant): Verdict[] => {
    const by = noticed.get(mutant.name);
    return by === undefined ? [] : [{ mutant, outcome: "caught", by, seconds: total / conditions.length }];
  });
}

function tell({ mutant: { kind, name }, outcome, by, seconds }: Verdict): void {
  console.log(`${outcome.padEnd(8)} ${seconds.toFixed(0).padStart(3)} s  ${kind}: ${name}`);
  if (outcome === "broken") console.log(`                ${by}`);
}

function report(verdicts: readonly Verdict[], count: number): void {
  const of = (outcome: Verdict["outcome"]) => verdicts.filter((verdict) => verdict.outcome === outcome);
  const [caught, survived, broken] = [of("caught"), of("survived"), of("broken")];
  const share = caught.length / Math.max(1, caught.length + survived.length);
  const percent = (share * 100).toFixed(1);
  console.log(
    `\n${verdicts.length} of ${count} safeguards taken away: ${caught.length} caught (${percent} %)`,
  );
  for (const { mutant } of survived) console.log(`  not noticed: ${mutant.kind}: ${mutant.name}`);
  for (const { mutant, by } of broken) console.log(`  not shown:   ${mutant.kind}: ${mutant.name} (${by})`);
  mkdirSync(FOLDER, { recursive: true });
  const facts = verdicts.map(({ mutant: { kind, name }, ...verdict }) => ({ kind, name, ...verdict }));
  writeFileSync(join(FOLDER, "last.json"), `${JSON.stringify(facts, null, 2)}\n`);
  if (share < ASKED_SHARE || broken.length > 0) process.exitCode = 1;
}

await main().catch(reportFailure);
process.exit();
