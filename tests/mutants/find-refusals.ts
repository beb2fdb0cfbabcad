import ts from "typescript";
import type { Mutant } from "./mutant";
import { listFiles, readFile, splice } from "./sources";

const REFUSAL =
  /"(?:unauthenticated|forbidden|not_found|too_many)"|refuse|return (?:false|null|new Response)/;

/**
 * `if (…) throw …` and `if (…) return …` that refuse somebody, taken away one at a
 * time in the code that stands between people and what is not theirs.
 */
export function findRefusals(): Mutant[] {
  return [
    ...refusalsIn("app/http/same-origin.ts", "forgery check", ["app/http/same-origin.test.ts"]),
    ...refusalsIn("app/http/session.server.ts", "session", ["app/http/session.server.test.ts"]),
    ...refusalsIn("app/db/org-db.ts", "guard", ["app/domain/organizations/", "app/domain/connections/"]),
    ...listFiles("app/domain")
      .filter((file) => file.endsWith(".server.ts"))
      .flatMap((file) => refusalsIn(file, "guard", [`${file.slice(0, file.lastIndexOf("/"))}/`])),
  ];
}

function refusalsIn(file: string, kind: Mutant["kind"], tests: string[]): Mutant[] {
  const code = readFile(file);
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: ts.IfStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && !node.elseStatement && isRefusal(node.thenStatement)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((statement) => ({
    kind,
    name: `${file}:${source.getLineAndCharacterOfPosition(statement.getStart()).line + 1} without "if (${statement.expression.getText().replace(/\s+/g, " ").slice(0, 60)})"`,
    file,
    mutated: splice(code, statement.getStart(), statement.getEnd(), ";"),
    runs: [{ project: "node", files: tests }],
  }));
}

function isRefusal(statement: ts.Statement): boolean {
  const isEnd = ts.isThrowStatement(statement) || ts.isReturnStatement(statement);
  return isEnd && REFUSAL.test(statement.getText());
}
