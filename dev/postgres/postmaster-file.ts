import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandLineOf } from "../command-line-of";

/** What a running server writes beside its data: its process and whether it accepts connections. */
export type Postmaster = { pid: number; isReady: boolean };

/** Reads the server's own lock file; null when there is none. */
export function readPostmaster(dataDir: string): Postmaster | null {
  try {
    const lines = readFileSync(fileIn(dataDir), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, isReady: lines[7]?.trim() === "ready" } : null;
  } catch {
    return null;
  }
}

/**
 * The server that runs on this data, if one does. A lock file that a killed
 * server left is removed: its process id may belong to any program by now, and
 * PostgreSQL would then refuse to start.
 */
export function findRunningPostmaster(dataDir: string): Postmaster | null {
  const found = readPostmaster(dataDir);
  if (found === null) return null;
  if (commandLineOf(found.pid)?.includes(dataDir)) return found;
  rmSync(fileIn(dataDir), { force: true });
  return null;
}

const fileIn = (dataDir: string) => join(dataDir, "postmaster.pid");
