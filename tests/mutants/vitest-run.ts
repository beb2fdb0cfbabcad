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
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** A run that takes longer hangs: the mutant is taken as broken. */
const LIMIT_MS = 180_000;

/** Runs the files in `folder` up to the first failure. */
export async function runVitest(folder: string, { project, files, only }: VitestRun): Promise<RunResult> {
  const report = join(folder, ".local", "mutant-report.json");
  rmSync(report, { force: true });
  const output = await runNode(folder, [
    join(folder, "node_modules/vitest/vitest.mjs"),
    ...["run", "--project", project, "--bail", "1", "--reporter", "json", "--outputFile", report],
    ...(only === undefined ? [] : ["--testNamePattern", only]),
    ...files,
  ]);
  if (!existsSync(report)) return { outcome: "broken", why: lastLine(output) };
  const { numPassedTests, testResults } = reportSchema.parse(JSON.parse(readFileSync(report, "utf8")));
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === "failed");
  if (failed) return { outcome: "failed", by: failed.fullName };
  if (numPassedTests > 0) return { outcome: "passed", tests: numPassedTests };
  const why = testResults.map(({ message }) => message).find((message) => message);
  return { outcome: "broken", why: why ?? lastLine(output) };
}

function runNode(cwd: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    const timer = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), LIMIT_MS);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}

const lastLine = (output: string) => output.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
