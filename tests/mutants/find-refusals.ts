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
  // Those that call it themselves mostly notice, and are few.
  const own = testsThatImport(file);
  const runs: Mutant["runs"] = [own, tests]
    .filter((files) => files.length > 0)
    .map((files) => ({ project: "node", files }));
  return found.map((statement) => ({
    kind,
    name: `${file}:${source.getLineAndCharacterOfPosition(statement.getStart()).line + 1} without "if (${statement.expression.getText().replace(/\s+/g, " ").slice(0, 60)})"`,
    file,
    mutated: splice(code, statement.getStart(), statement.getEnd(), ";"),
    runs,
  }));
}

/** Tests in the file's folder that import it. */
function testsThatImport(file: string): string[] {
  const folder = file.slice(0, file.lastIndexOf("/"));
  const name = file.slice(folder.length + 1).replace(/\.ts$/, "");
  return listFiles(folder).filter(
    (other) => /\.test\.tsx?$/.test(other) && readFile(other).includes(`/${name}"`),
  );
}

function isRefusal(statement: ts.Statement): boolean {
  const isEnd = ts.isThrowStatement(statement) || ts.isReturnStatement(statement);
  return isEnd && REFUSAL.test(statement.getText());
}
