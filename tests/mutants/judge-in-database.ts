import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startVitest } from "vitest/node";
import * as z from "zod";
import { PROJECT } from "../../dev/local/place";
import { readFunctions } from "./find-tenant-filters";
import type { DatabaseMutant } from "./mutant";

const noticedSchema = z.object({ name: z.string(), by: z.string().optional() });

/**
 * Asks every call of the tests of the database's functions again without each
 * condition of the functions that it reaches, in the test's own transaction. Gives
 * the tests that notice, by the mutant's name.
 */
export async function judgeInDatabase(mutants: DatabaseMutant[]): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "orucrm-noticed-"));
  const noticedIn = join(folder, "noticed.jsonl");
  const place = (file: string) => join(PROJECT, "tests", file);
  const bodies = Object.fromEntries([...readFunctions()].map(([name, { body }]) => [name, body]));
  const vitest = await startVitest(
    "test",
    ["app/db/functions/"],
    {
      ...{ root: PROJECT, config: false, watch: false, reporters: ["dot"] },
      globalSetup: [place("setup/global-database.ts"), place("mutants/count-calls.setup.ts")],
      setupFiles: [place("setup/no-console-error.ts"), place("mutants/crowd-judge.setup.ts")],
      include: ["app/db/functions/*.test.ts"],
      testTimeout: 120_000,
      hookTimeout: 60_000,
      provide: { crowdMutants: { mutants, bodies, noticedIn } },
    },
    { resolve: { alias: { "~": join(PROJECT, "app") } } },
  );
  const isGreen = vitest.state.getCountOfFailedTests() === 0;
  await vitest.close();
  const lines = existsSync(noticedIn) ? readFileSync(noticedIn, "utf8").trim().split("\n") : [];
  rmSync(folder, { recursive: true });
  if (!isGreen) throw new Error("The tests of the database's functions fail while nothing is taken away.");
  const facts = lines.map((line) => noticedSchema.parse(JSON.parse(line)));
  return new Map(facts.map(({ name, by = "" }) => [name, by]));
}
