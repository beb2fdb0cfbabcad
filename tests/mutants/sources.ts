import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../dev/local/place";

/** Files below a folder of the project, relative to its root, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length + 1))
    .sort();
}

/** A chunk of the built Worker, relative to the project's root. */
export function findBuilt(chunk: string): string {
  const pattern = new RegExp(`/${chunk}-[^/]+\\.js$`);
  const file = listFiles("build/server/assets").find((name) => pattern.test(name));
  if (!file) throw new Error('There is no build. Run "npm run build" first.');
  return file;
}

export function readFile(file: string): string {
  return readFileSync(join(PROJECT, file), "utf8");
}

/** `text` with the characters from `start` to `end` replaced. */
export function splice(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

export const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
