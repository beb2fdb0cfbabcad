import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { commandLineOf } from "../command-line-of";
import { demoSchema } from "../demo/demo";
import { signalGroup, VITE_COMMAND } from "./app-process";
import { readJson, writeJson } from "./json-file";
import type { Place } from "./place";

const runningSchema = z.object({
  pid: z.number(),
  url: z.string(),
  /** Of Vite, which leads a process group. This and the facts are absent while the stack is being set up. */
  appPid: z.number().optional(),
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
  endLeftover(place);
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

/** The app of a stack that was killed goes on and keeps the port: it is ended. */
function endLeftover(place: Place): void {
  const appPid = readJson(place.running, runningSchema)?.appPid;
  if (appPid !== undefined && commandLineOf(appPid)?.includes(VITE_COMMAND)) signalGroup(appPid, "SIGKILL");
  rmSync(place.running, { force: true });
}

export function publishFacts(place: Place, facts: Facts, appPid: number): void {
  writeJson(place.running, { pid: process.pid, url: facts.url, appPid, facts });
}

export function releasePlace(place: Place): void {
  rmSync(place.running, { force: true });
}
