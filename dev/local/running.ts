import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { commandLineOf } from "../command-line-of";
import { demoSchema } from "../demo/demo";
import { readJson, writeJson } from "./json-file";
import type { Place } from "./place";

const runningSchema = z.object({
  pid: z.number(),
  url: z.string(),
  /** Absent while the stack is being set up. */
  facts: demoSchema.extend({ url: z.string(), databaseUrl: z.string() }).optional(),
});

export type Running = z.infer<typeof runningSchema>;
/** What `npm run demo:info` prints. */
export type Facts = NonNullable<Running["facts"]>;

/** The stack that runs in this place now, or null. What a killed one left does not count. */
export function findRunning(place: Place): Running | null {
  const found = readJson(place.running, runningSchema);
  if (found === null || found.pid === process.pid) return null;
  return commandLineOf(found.pid)?.includes("dev/start") ? found : null;
}

/** Takes the place for this process; returns the stack that has it already, if one does. */
export function claimPlace(place: Place, url: string): Running | null {
  mkdirSync(place.folder, { recursive: true });
  const running = findRunning(place);
  if (running) return running;
  rmSync(place.running, { force: true });
  try {
    // Of two that start at the same moment, one makes the file.
    writeFileSync(place.running, JSON.stringify({ pid: process.pid, url }), { flag: "wx", mode: 0o600 });
    return null;
  } catch (error) {
    const winner = findRunning(place);
    if (winner === null) throw error;
    return winner;
  }
}

export function publishFacts(place: Place, facts: Facts): void {
  writeJson(place.running, { pid: process.pid, url: facts.url, facts });
}

export function releasePlace(place: Place): void {
  rmSync(place.running, { force: true });
}
