import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { writeWorkerConfig } from "./worker-config";

const START_LIMIT_MS = 120_000;
const RESTART_LIMIT_MS = 60_000;

const readySchema = z.object({ event: z.literal("DEV_SERVER_READY"), port: z.number() });

/**
 * The Worker as wrangler bundles and runs it, with its objects on disk. Its
 * workerd can be killed at any moment; wrangler starts another one, which finds
 * what was on the disk and nothing of what was in memory.
 */
export class FaultyWorker {
  readonly #wrangler: ChildProcess;
  /** wrangler's own workerd, which only forwards and must stay. */
  #proxy: number | null = null;
  #said = "";
  url = "";

  private constructor(wrangler: ChildProcess) {
    this.#wrangler = wrangler;
    for (const stream of [wrangler.stdout, wrangler.stderr]) {
      stream?.on("data", (text) => {
        this.#said = (this.#said + text).slice(-20_000);
      });
    }
  }

  /** Keeps its configuration and its objects in `folder`. */
  static async start(folder: string, variables: Record<string, string>): Promise<FaultyWorker> {
    const config = writeWorkerConfig(folder, variables);
    const bin = join(
      dirname(createRequire(import.meta.url).resolve("wrangler/package.json")),
      "bin/wrangler.js",
    );
    const options = [
      "--ip=127.0.0.1",
      "--port=0",
      "--inspector-port=0",
      `--persist-to=${join(folder, "state")}`,
    ];
    const wrangler = fork(
      bin,
      ["dev", `--config=${config}`, ...options, "--show-interactive-dev-session=false"],
      {
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_PATH: join(folder, "logs") },
      },
    );
    const worker = new FaultyWorker(wrangler);
    worker.url = `http://127.0.0.1:${await worker.#readyPort()}`;
    await worker.waitUntilAnswering();
    worker.#proxy = Math.min(...worker.#descendants("workerd"));
    return worker;
  }

  /** The end of what the Worker printed. */
  get said(): string {
    return this.#said;
  }

  async runSchedule(cron: string): Promise<void> {
    const answer = await fetch(`${this.url}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`);
    if (!answer.ok) throw new Error(`the schedule failed:\n${this.said}`);
  }

  /** `kill -9`; resolves once another process answers. */
  async kill(): Promise<void> {
    for (const pid of this.#descendants("workerd")) if (pid !== this.#proxy) endNow(pid);
    await this.waitUntilAnswering();
  }

  /** The memory that the Worker's process holds at present (RSS). */
  get memoryBytes(): number {
    const [pid] = this.#descendants("workerd").filter((one) => one !== this.#proxy);
    if (pid === undefined) throw new Error("the Worker is not running");
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
  }

  async waitUntilAnswering(): Promise<void> {
    const giveUpAt = Date.now() + RESTART_LIMIT_MS;
    for (;;) {
      const signal = AbortSignal.timeout(2_000);
      const answer = await fetch(`${this.url}/hooks/`, { signal }).catch(() => null);
      if (answer?.status === 405) return;
      if (Date.now() > giveUpAt) throw new Error(`the Worker did not come back:\n${this.said}`);
      await sleep(20);
    }
  }

  stop(): void {
    const all = this.#descendants("");
    this.#wrangler.kill("SIGKILL");
    for (const pid of all) endNow(pid);
  }

  #readyPort(): Promise<number> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`the Worker ${why}:\n${this.said}`));
      setTimeout(() => fail("did not start in time"), START_LIMIT_MS).unref();
      this.#wrangler.once("exit", () => fail("did not start"));
      this.#wrangler.on("message", (text) => {
        const ready = readySchema.safeParse(typeof text === "string" ? JSON.parse(text) : text);
        if (ready.success) resolve(ready.data.port);
      });
    });
  }

  /** Processes below wrangler whose program is named so. */
  #descendants(name: string): number[] {
    const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,comm="], { encoding: "utf8" });
    const rows = table.split("\n").map((line) => line.trim().split(/\s+/));
    const below = (parent: number): { pid: number; program: string }[] =>
      rows
        .filter(([, ppid]) => Number(ppid) === parent)
        .flatMap(([pid, , program = ""]) => [{ pid: Number(pid), program }, ...below(Number(pid))]);
    return below(this.#wrangler.pid ?? -1)
      .filter(({ program }) => program.includes(name))
      .map(({ pid }) => pid);
  }
}

function endNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
