import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { PROJECT } from "../../../dev/local/place";

/** Written beside the modules, and not uploaded. */
const NO_MODULE = /\.map$|^README\.md$/;

/** The production Worker's modules as wrangler bundles them, gzipped together. Needs the site's build. */
export function workerBytes(): number {
  const folder = mkdtempSync(join(tmpdir(), "orucrm-bundle-"));
  try {
    execFileSync("wrangler", ["deploy", "--dry-run", "--env", "production", "--outdir", folder], {
      cwd: PROJECT,
      stdio: "pipe",
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    });
    const modules = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !NO_MODULE.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    return gzipSync(Buffer.concat(modules)).length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
