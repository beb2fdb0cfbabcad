import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ArchivePort } from "~/domain/context";

/** An archive on disk, which another process can read. */
export function openFolderArchive(folder: string): ArchivePort {
  return {
    async put(name, bytes) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    },
    async read(name) {
      const path = join(folder, name);
      return existsSync(path) ? new Blob([await readFile(path)]).stream() : null;
    },
    async deleteSome(prefix, limit) {
      const place = join(folder, prefix);
      if (!existsSync(place)) return 0;
      const found = readdirSync(place, { recursive: true, encoding: "utf8" })
        .map((name) => join(place, name))
        .filter((path) => statSync(path).isFile())
        .slice(0, limit);
      for (const path of found) rmSync(path);
      return found.length;
    },
  };
}
