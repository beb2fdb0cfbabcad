import { join } from "node:path";
import { check } from "recheck";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { listSources, readSource } from "./house-rules";

// The checker in JavaScript: the same everywhere, without a binary of its own.
process.env.RECHECK_BACKEND = "pure";

const ROOT = join(import.meta.dirname, "..");
/** Never needed on an idle machine. */
const LIMIT_MS = 60_000;
const REGEX = /^\/(.*)\/([a-z]*)$/s;

type Regex = { place: string; source: string; flags: string };

function regexesOf(file: string): Regex[] {
  const code = ts.createSourceFile(file, readSource(ROOT, file), ts.ScriptTarget.Latest, true);
  const found: Regex[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = "", flags = ""] = REGEX.exec(node.text) ?? [];
      found.push({ place: `${file} ${node.text}`, source, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}

const regexes = listSources(ROOT, ["app", "workers"])
  .filter((file) => !/\.test\.|\/fixtures\//.test(file))
  .flatMap(regexesOf);

/** What an attacker could make slow: more than linear in a text that is as long as a body may be. */
async function judge({ source, flags }: Pick<Regex, "source" | "flags">): Promise<string> {
  const diagnostics = await check(source, flags, { timeout: LIMIT_MS });
  return diagnostics.status === "vulnerable" ? `slow: ${diagnostics.complexity.summary}` : diagnostics.status;
}

describe("no text can make a regular expression slow", () => {
  test.each(regexes.map((regex) => [regex.place, regex] as const))(
    "%s",
    async (_place, regex) => {
      expect(await judge(regex)).toBe("safe");
    },
    LIMIT_MS,
  );

  test("the checker finds a planted one", async () => {
    expect(await judge({ source: "^(a+)+$", flags: "" })).toMatch("slow: exponential");
    expect(await judge({ source: "\\s+$", flags: "" })).toMatch("slow: 2nd degree polynomial");
  });
});
