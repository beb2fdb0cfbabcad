import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** How a running process was started; null when no such process runs. */
export function commandLineOf(pid: number): string | null {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return null;
  }
}
