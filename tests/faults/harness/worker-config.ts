import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unstable_readConfig } from "wrangler";
import { PROJECT } from "../../../dev/local/place";

/**
 * Writes a wrangler configuration for a Worker under test: the project's own
 * entry, objects and queues, with these variables. Answers its path.
 */
export function writeWorkerConfig(folder: string, variables: Record<string, string>): string {
  const config = unstable_readConfig({ config: join(PROJECT, "wrangler.toml") }, { hideWarnings: true });
  const { name, main, compatibility_date, compatibility_flags, durable_objects, migrations, queues } = config;
  const path = join(folder, "wrangler.json");
  const text = JSON.stringify({
    ...{ name, main, compatibility_date, compatibility_flags, durable_objects, migrations, queues },
    vars: { ...config.vars, ...variables },
    // Webhooks never load the site, so it need not be built.
    alias: { "virtual:remix/server-build": join(PROJECT, "tests/setup/no-site.ts") },
  });
  writeFileSync(path, text);
  return path;
}
