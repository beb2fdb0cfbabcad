import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PROJECT } from "../../dev/local/place";

/** The project in a folder of its own, where safeguards can be taken away without anybody else noticing. */
export type ProjectCopy = {
  folder: string;
  /** Does `work` while the file has the given content. */
  withFile<T>(file: string, content: string, work: () => Promise<T>): Promise<T>;
  remove(): void;
};

/** Copies what git knows, with the build; the installed packages are shared. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), "orucrm-mutant-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(PROJECT, file), join(folder, file));
  }
  cpSync(join(PROJECT, "build"), join(folder, "build"), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, ".local"));
  return {
    folder,
    async withFile(file, content, work) {
      const path = join(folder, file);
      const original = readFileSync(path, "utf8");
      writeFileSync(path, content);
      try {
        return await work();
      } finally {
        writeFileSync(path, original);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
