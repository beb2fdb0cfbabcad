import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { unstable_startWorker } from "wrangler";
import { findFreePort } from "../../dev/free-port";
import { PROJECT } from "../../dev/local/place";
import { createTestDatabase, type TestDatabase } from "./database";

// Read by the local runtime: nothing about this machine is sent or asked for.
process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
process.env.WRANGLER_SEND_METRICS = "false";

/** The Worker's secrets; the encryption key is the one of the factories' contexts. */
export const APP_KEYS = {
  SESSION_JWT_KEYS: `1:${Buffer.alloc(32, 1).toString("base64")}`,
  ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
  HOOK_URL_KEY: Buffer.alloc(32, 3).toString("base64"),
  SHOPIFY_APP_SECRETS: "test-app-secret",
};

/** What is deployed: the Worker's entry, built with the site. */
export const BUILT_ENTRY = "build/server/worker.js";

export type BuiltApp = {
  /** Its origin, without a slash at the end. */
  url: string;
  database: TestDatabase;
  /** Runs a schedule as the platform would; locally none runs by itself. */
  runSchedule(cron: string): Promise<void>;
  /** What the Worker logged as errors since the last call. A test that expects some must take them. */
  takeErrors(): string[];
  /** Everything that the Worker wrote to its log, errors included. */
  logs: readonly string[];
  /** Ends it before its file does. */
  stop(): Promise<void>;
};

/**
 * The built app as wrangler bundles and runs it: every binding of wrangler.toml
 * in workerd, on a loopback port, with a database and a state folder of its own.
 * Call it at the top of a test file; it ends after the file's last test, and an
 * error in its log fails the test that caused it. `vars` replaces variables;
 * passkeys need `localhost`, because a browser keeps none for an address in digits.
 */
export async function startBuiltApp(
  vars: Record<string, string> = {},
  host: "127.0.0.1" | "localhost" = "127.0.0.1",
): Promise<BuiltApp> {
  requireBuild();
  const database = await createTestDatabase();
  const port = await findFreePort();
  const url = `http://${host}:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "orucrm-app-"));
  const errors: string[] = [];
  const logs: string[] = [];
  const worker = await unstable_startWorker({
    config: join(PROJECT, "wrangler.toml"),
    entrypoint: join(PROJECT, BUILT_ENTRY),
    // Whatever lies in a developer's .env is no part of a test.
    envFiles: [],
    bindings: plainText({ ...APP_KEYS, APP_URL: url, DATABASE_URL: database.url, ...vars }),
    dev: {
      server: { hostname: "127.0.0.1", port },
      persist: folder,
      watch: false,
      inspector: false,
      logLevel: "none",
      structuredLogsHandler: ({ level, message }: { level: string; message: string }) => {
        logs.push(message);
        if (level === "error") errors.push(message);
      },
    },
  });
  await worker.ready;
  const takeErrors = () => errors.splice(0);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= worker.dispose().finally(() => rmSync(folder, { recursive: true, force: true }));
    return stopped;
  };
  afterEach(() => {
    const [first] = takeErrors();
    if (first !== undefined) throw new Error(`The Worker logged an error: ${first}`);
  });
  afterAll(stop);
  return {
    url,
    database,
    runSchedule: async (cron) => void (await worker.scheduled({ cron })),
    takeErrors,
    logs,
    stop,
  };
}

function requireBuild(): void {
  if (existsSync(join(PROJECT, BUILT_ENTRY))) return;
  throw new Error('There is no build to test. Run "npm run build" first.');
}

const plainText = (vars: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [name, { type: "plain_text" as const, value }]),
  );
