import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { en } from "./locales/en";

type Texts = { [key: string]: string | Texts };
const ALL: Texts = en;
const ROOT = join(import.meta.dirname, "../..");

/** Whether `customers.columns.name` has a text or is a group of texts; plural forms count. */
function hasText(namespace: string, key: string): boolean {
  let node: string | Texts | undefined = ALL[namespace];
  const parts = key.split(".");
  for (const [index, part] of parts.entries()) {
    if (node === undefined || typeof node === "string") return false;
    node = node[part] ?? (index === parts.length - 1 ? node[`${part}_other`] : undefined);
  }
  return node !== undefined;
}

/** Keys that a source names and no text has. */
function missingKeys(text: string): string[] {
  const source = text.replace(/\/\*[\s\S]*?\*\//g, "");
  const named = [...source.matchAll(/["'`]([a-zA-Z]+):([a-zA-Z][\w.]*\w)(?:\?[^"'`]*)?["'`]/g)]
    .filter(([, namespace = ""]) => namespace in ALL)
    .filter(([, namespace = "", key = ""]) => !hasText(namespace, key))
    .map(([, namespace, key]) => `${namespace}:${key}`);
  const namespaces = [...source.matchAll(/useTranslation\("(\w+)"\)/g)].map(
    ([, namespace = ""]) => namespace,
  );
  const own = [...source.matchAll(/\bt\(\s*"([\w.]+)"/g)]
    .map(([, key = ""]) => key)
    .filter(() => namespaces.length > 0)
    .filter((key) => ![...namespaces, "common"].some((namespace) => hasText(namespace, key)))
    .map((key) => `${namespaces.join("|")}:${key}`);
  return [...named, ...own];
}

test("every text that the code names exists", () => {
  const files = globSync(["app/**/*.{ts,tsx}", "workers/**/*.ts"], { cwd: ROOT }).filter(
    (file) => !/\.test\.tsx?$|i18n\/locales\//.test(file),
  );
  const missing = files.flatMap((file) =>
    missingKeys(readFileSync(join(ROOT, file), "utf8")).map((key) => `${file} ${key}`),
  );
  expect(missing).toEqual([]);
});

test("a key without a text is caught, with and without its namespace", () => {
  expect(missingKeys('throw new AppError("not_found", "errors:noSuchText")')).toEqual(["errors:noSuchText"]);
  expect(missingKeys('useTranslation("orders"); t("page.noSuchText")')).toEqual(["orders:page.noSuchText"]);
  expect(missingKeys('useTranslation("orders"); t("page.total"); t("errors:form.tooShort?min=8")')).toEqual(
    [],
  );
  expect(missingKeys('t("common:count.orders", { count })')).toEqual([]);
});
