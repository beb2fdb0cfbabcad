import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findBadNames, findBreaches, findCycles, listSources, readImports, readSource } from "./house-rules";

const ROOT = join(import.meta.dirname, "..");
const files = listSources(ROOT, ["app", "workers", "dev", "tests"]);
const isTest = (file: string) => /\.test\.tsx?$|^tests\//.test(file);
const edges = files
  .filter((file) => !isTest(file))
  .flatMap((file) => readImports(file, readSource(ROOT, file)));

/** Schema, catalogues and texts may be longer than code. */
const CEILING = 300;
const LONG =
  /^app\/(db\/schema|i18n\/locales)\/|\/fixtures\/|common-passwords|access-matrix|promises\.ts$|\.test\.tsx?$/;

describe("the house", () => {
  test("has no import through a closed door", () => {
    expect(findBreaches(edges)).toEqual([]);
  });

  test("has no import cycles", () => {
    expect(findCycles(edges, files)).toEqual([]);
  });

  test("has no barrels, no vague names and kebab-case everywhere", () => {
    expect(findBadNames(files)).toEqual([]);
  });

  test("has no file above its ceiling", () => {
    const long = files
      .map((file) => ({ file, lines: readSource(ROOT, file).split("\n").length }))
      .filter(({ file, lines }) => lines > (LONG.test(file) ? 400 : CEILING));
    expect(long).toEqual([]);
  });
});

describe("the rules catch a planted breach", () => {
  test("a route that imports drizzle", () => {
    const planted = readImports("app/routes/x.tsx", 'import { eq } from "drizzle-orm";');
    expect(findBreaches(planted)).toHaveLength(1);
  });

  test("a connector that imports the database by alias", () => {
    const planted = readImports("app/connectors/x/parse.ts", 'import type { A } from "~/db/schema/orders";');
    expect(findBreaches(planted)).toHaveLength(1);
  });

  test("a dynamic import of the site from the ingress", () => {
    const planted = readImports("workers/ingress/x.ts", 'const a = await import("../site/handle-site");');
    expect(findBreaches(planted)).toHaveLength(1);
  });

  test("two files that import each other", () => {
    const planted = [
      ...readImports("app/lib/a.ts", 'import { b } from "./b";'),
      ...readImports("app/lib/b.ts", 'export { a } from "./a";'),
    ];
    expect(findCycles(planted, ["app/lib/a.ts", "app/lib/b.ts"])).toHaveLength(1);
  });

  test("a barrel, a vague name and a camelCase name", () => {
    expect(findBadNames(["app/lib/index.ts", "app/lib/utils.ts", "app/lib/fooBar.ts"])).toHaveLength(3);
  });
});
