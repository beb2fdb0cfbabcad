import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unstable_DevEnv } from "wrangler";
import * as z from "zod";
import { PROJECT } from "../../../dev/local/place";
import { APP_KEYS, BUILT_ENTRY } from "../../setup/built-app";
import "./quiet-runtime";

const reloadSchema = z.tuple([
  z.object({ proxyData: z.object({ userWorkerUrl: z.object({ hostname: z.string(), port: z.string() }) }) }),
]);

export type BenchWorker = {
  /** Its origin, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
};

/**
 * The Worker as wrangler bundles it, with every binding of wrangler.toml, in
 * workerd on a loopback port. It is asked directly: wrangler's own proxy before
 * it would cost more than a webhook does. `entrypoint` replaces the product's entry.
 */
export async function startBenchWorker(options: {
  variables: Record<string, string>;
  entrypoint?: string;
}): Promise<BenchWorker> {
  if (!existsSync(join(PROJECT, BUILT_ENTRY))) {
    throw new Error('There is no build to measure. Run "npm run build" first.');
  }
  const folder = mkdtempSync(join(tmpdir(), "orucrm-bench-"));
  const environment = new unstable_DevEnv();
  const reloaded = once(environment, "reloadComplete");
  const worker = await environment.startWorker({
    config: join(PROJECT, "wrangler.toml"),
    entrypoint: options.entrypoint ?? join(PROJECT, BUILT_ENTRY),
    envFiles: [],
    bindings: plainText({ ...APP_KEYS, ...options.variables }),
    dev: {
      server: { hostname: "127.0.0.1", port: 0 },
      persist: folder,
      watch: false,
      inspector: false,
      logLevel: "none",
      structuredLogsHandler: ({ level, message }: { level: string; message: string }) => {
        if (level === "error") console.error(message);
      },
    },
  });
  await worker.ready;
  const [{ proxyData }] = reloadSchema.parse(await reloaded);
  return {
    url: `http://${proxyData.userWorkerUrl.hostname}:${proxyData.userWorkerUrl.port}`,
    stop: () => worker.dispose().finally(() => rmSync(folder, { recursive: true, force: true })),
  };
}

const plainText = (variables: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, { type: "plain_text" as const, value }]),
  );
