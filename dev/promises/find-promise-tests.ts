import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A test that names a promise: its whole title and its file. */
export type PromiseTest = { title: string; file: string };

const ID = /\[(\d{1,2}\.\d[a-j]?)\]/g;
const SUITES = new Set(["describe"]);
const TESTS = new Set(["test", "it"]);

/** The project's tests by the promises that they name, in brackets, in their own title or their suite's. */
export function findPromiseTests(root: string): Map<string, PromiseTest[]> {
  const found = new Map<string, PromiseTest[]>();
  const files = globSync("{app,dev,tests,workers}/**/*.test.{ts,tsx}", { cwd: root }).sort();
  for (const file of files) {
    for (const title of titlesIn(readFileSync(join(root, file), "utf8"))) {
      const ids = new Set([...title.matchAll(ID)].map((match) => match[1] ?? ""));
      const words = title.replace(ID, "").replace(/\s+/g, " ").trim();
      for (const id of ids) found.set(id, [...(found.get(id) ?? []), { title: words, file }]);
    }
  }
  return found;
}

/** The titles of a file's tests, each behind those of its suites. */
export function titlesIn(source: string): string[] {
  const titles: string[] = [];
  const walk = (node: ts.Node, suites: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? titledCall(node) : null;
    if (call?.kind === "test") titles.push([...suites, call.title].join(": "));
    const within = call?.kind === "suite" ? [...suites, call.title] : suites;
    ts.forEachChild(node, (child) => walk(child, within));
  };
  walk(ts.createSourceFile("file.tsx", source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX), []);
  return titles;
}

function titledCall(call: ts.CallExpression): { kind: "suite" | "test"; title: string } | null {
  const [first] = call.arguments;
  const name = rootName(call.expression);
  if (!first || !name || !isTitle(first)) return null;
  if (!SUITES.has(name) && !TESTS.has(name)) return null;
  return { kind: SUITES.has(name) ? "suite" : "test", title: titleOf(first) };
}

/** `test` of `test("…")`, `test.each(rows)("…")` and `test.for(rows)("…")`. */
function rootName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return rootName(node.expression);
  return ts.isCallExpression(node) ? rootName(node.expression) : null;
}

type Title = ts.StringLiteralLike | ts.TemplateExpression;

const isTitle = (node: ts.Expression): node is Title =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const titleOf = (node: Title) =>
  ts.isStringLiteralLike(node)
    ? node.text
    : [node.head.text, ...node.templateSpans.map(({ literal }) => `…${literal.text}`)].join("");
