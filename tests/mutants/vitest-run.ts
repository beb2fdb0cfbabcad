import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** Test files of one vitest project, relative to the root; `only` is a pattern of test names. */
export type VitestRun = { project: "node" | "workers" | "browser"; files: string[]; only?: string };

export type RunResult =
  | { outcome: "passed"; tests: number }
  | { outcome: "failed"; by: string }
  | { outcome: "broken"; why: string };

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** A run that takes longer hangs: the mutant is taken as broken. */
const LIMIT_MS = 180_000;
const LIMIT_OF_ALL_MS = 600_000;

/** Runs the files in `folder` up to the first failure. */
export async function runVitest(folder: string, run: VitestRun): Promise<RunResult> {
  const { tests, why } = await report(folder, run, ["--bail", "1"], LIMIT_MS);
  const failed = tests.find(({ isFailed }) => isFailed);
  if (failed) return { outcome: "failed", by: failed.name };
  return tests.length > 0 ? { outcome: "passed", tests: tests.length } : { outcome: "broken", why };
}

/** Runs all of it. Gives the names of the tests that failed; null when none ran. */
export async function listFailures(folder: string, run: VitestRun): Promise<string[] | null> {
  const { tests } = await report(folder, run, [], LIMIT_OF_ALL_MS);
  if (tests.length === 0) return null;
  return tests.filter(({ isFailed }) => isFailed).map(({ name }) => name);
}

type Report = { tests: { name: string; isFailed: boolean }[]; why: string };

async function report(
  folder: string,
  { project, files, only }: VitestRun,
  options: string[],
  limitMs: number,
): Promise<Report> {
  const path = join(folder, ".local", "mutant-report.json");
  rmSync(path, { force: true });
  const args = [
    join(folder, "node_modules/vitest/vitest.mjs"),
    ...["run", "--project", project, "--reporter", "json", "--outputFile", path, ...options],
    ...(only === undefined ? [] : ["--testNamePattern", only]),
    ...files,
  ];
  const output = await runNode(folder, args, limitMs);
  if (!existsSync(path)) return { tests: [], why: lastLine(output) };
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const tests = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "passed" || status === "failed")
    .map(({ status, fullName }) => ({ name: fullName, isFailed: status === "failed" }));
  const why = testResults.map(({ message }) => message).find((message) => message);
  return { tests, why: why ?? lastLine(output) };
}

function runNode(cwd: string, args: string[], limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    const timer = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), limitMs);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}

const lastLine = (output: string) => output.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
