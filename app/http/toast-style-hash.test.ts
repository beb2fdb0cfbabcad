import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { TOAST_STYLE_HASHES } from "./toast-style-hash";

const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

test("the policy's hashes are those of the style element that the installed sonner writes", () => {
  const folder = dirname(createRequire(import.meta.url).resolve("sonner"));
  const source = readFileSync(join(folder, "index.mjs"), "utf8");
  const literal = /__insertCSS\((".*?[^\\]")\)/s.exec(source)?.[1] ?? '""';
  expect(TOAST_STYLE_HASHES).toEqual([sha256(""), sha256(String(JSON.parse(literal)))]);
});
