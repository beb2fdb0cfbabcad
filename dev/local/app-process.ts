import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Place, PROJECT } from "./place";

const REMIX = join(PROJECT, "node_modules/@remix-run/dev/dist/cli.js");
/** Development sends nothing about this machine or its work to anyone. */
const QUIET = { WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false" };
const PATIENCE_MS = 5_000;

export const VITE_COMMAND = "vite:dev";

export type AppProcess = {
  pid: number;
  ended: Promise<void>;
  /** Ends Vite and the workerd processes it started. */
  stop(): Promise<void>;
};

/**
 * Vite with the app in workerd. It leads its own process group: Ctrl-C reaches
 * only us, and all it has started ends with one signal.
 */
export function startApp(place: Place): AppProcess {
  const options = ["--host", "127.0.0.1", "--port", String(place.port), "--strictPort", "--logLevel", "warn"];
  const child = spawn(process.execPath, [REMIX, VITE_COMMAND, ...options], {
    cwd: PROJECT,
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...QUIET, ORUCRM_LOCAL: place.vite },
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error("Vite could not be started.");
  return {
    pid,
    ended,
    stop: async () => {
      signalGroup(pid, "SIGTERM");
      await Promise.race([ended, sleep(PATIENCE_MS, undefined, { ref: false })]);
      signalGroup(pid, "SIGKILL");
      await ended;
    },
  };
}

/** Signals a process and all that it started; nothing happens when they are gone. */
export function signalGroup(leader: number, name: NodeJS.Signals): void {
  try {
    process.kill(-leader, name);
  } catch {
    // No such process: it has ended.
  }
}
