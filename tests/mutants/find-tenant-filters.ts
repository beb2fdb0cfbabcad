import type { Mutant } from "./mutant";
import { listFiles, readFile, splice } from "./sources";

const CREATED = /CREATE TABLE (?:IF NOT EXISTS )?"(\w+)" \(([\s\S]*?)\n\)/g;
const FUNCTION =
  /CREATE (?:OR REPLACE )?FUNCTION (\w+)\(([\s\S]*?)AS \$\$([\s\S]*?)\$\$;|DROP FUNCTION (\w+)/g;
/** Conditions that keep one organization, one person or one session from another's. */
const CONDITION =
  /(\bWHERE|\bAND)\s+((?:\w+\.)?(?:org_id|user_id|ended_at|expires_at|used_at|email_verified_at|state|purpose|token_hash)\s+(?:IS(?: NOT)? NULL|(?:=|<>|>|<=|IS(?: NOT)? DISTINCT FROM)\s+(?:now\(\)(?: [+-] \w+(?: '[^']+'|\([^)]*\)))?|app_org_id\(\)|ANY \([^()]*\)|'\w+'|[\w.]+)))(?=\s*(?:;|\)|,|--|$|\b(?:AND|OR|WHERE|JOIN|LEFT|ORDER|GROUP|LIMIT|RETURNING|FOR|ON|INTO|UNION|THEN|LOOP)\b))/g;

/** A statement that only waits for others: what it leaves out makes it wait for more, and lets nothing through. */
const LOCK = /PERFORM FROM (?:(?!;)[\s\S])*? FOR (?:NO KEY )?UPDATE;(?!\s*IF NOT FOUND)/g;

/** Every table's policy lets all rows through, and every function of the database forgets one condition. */
export function findTenantFilters(): Mutant[] {
  return [...openPolicies(), ...forgottenConditions()];
}

const migrations = () => listFiles("migrations").filter((file) => file.endsWith(".sql"));

function openPolicies(): Mutant[] {
  const files = migrations();
  const last = files.at(-1);
  if (!last) return [];
  const tables = files
    .flatMap((file) => [...readFile(file).matchAll(CREATED)])
    .filter(([, , columns = ""]) => columns.includes('"org_id"'))
    .map(([, table = ""]) => table);
  const code = readFile(last);
  return tables.map((table) => {
    const by = openPolicyOf(table);
    return {
      kind: "tenant filter",
      name: `rows of every organization in ${table}`,
      file: last,
      mutated: code + by,
      cut: { start: code.length, end: code.length, by, noticedBy: `binds ${table} `, place: table },
      runs: [{ project: "node", files: ["app/db/tenancy.test.ts"] }],
    };
  });
}

const openPolicyOf = (table: string) => `\n--> statement-breakpoint
DO $$ DECLARE p record; BEGIN
  FOR p IN SELECT polname FROM pg_policy WHERE polrelid = to_regclass('${table}') LOOP
    EXECUTE format('ALTER POLICY %I ON ${table} USING (true) WITH CHECK (true)', p.polname);
  END LOOP;
END $$;`;

type FunctionSource = { file: string; start: number; body: string; whole: string };

/** Only the last definition of a function counts. */
export function readFunctions(): Map<string, FunctionSource> {
  const latest = new Map<string, FunctionSource>();
  for (const file of migrations()) {
    for (const match of readFile(file).matchAll(FUNCTION)) {
      const [whole, name = "", , body = "", dropped] = match;
      if (dropped) latest.delete(dropped);
      else latest.set(name, { file, start: match.index + whole.lastIndexOf(body), body, whole });
    }
  }
  return latest;
}

function forgottenConditions(): Mutant[] {
  return [...readFunctions()].flatMap(([functionName, { file, start, body, whole }]) =>
    conditionsOf(body).map((match, i): Mutant => {
      const [text, word = "", condition = ""] = match;
      const name = `${functionName}() without "${condition.replace(/\s+/g, " ")}" (${i + 1})`;
      const without = (code: string, at: number) => splice(code, at, at + text.length, `${word} true`);
      const statement = without(whole, whole.lastIndexOf(body) + match.index);
      return {
        ...{ kind: "tenant filter", name, file },
        mutated: without(readFile(file), start + match.index),
        inDatabase: {
          ...{ name, functionName },
          statement: statement.replace(/^CREATE (?:OR REPLACE )?/, "CREATE OR REPLACE "),
        },
        runs: testsOf(functionName),
      };
    }),
  );
}

function conditionsOf(body: string): RegExpExecArray[] {
  const locks = [...body.matchAll(LOCK)].map(({ index, 0: text }) => [index, index + text.length] as const);
  const isInLock = ({ index }: RegExpExecArray) => locks.some(([from, to]) => from < index && index < to);
  return [...body.matchAll(CONDITION)].filter((match) => !isInLock(match));
}

/** What every function does to a crowd, then the tests of the rooms whose code calls this one. */
function testsOf(name: string): Mutant["runs"] {
  const callers = [...listFiles("app"), ...listFiles("workers")].filter(
    (file) => file.endsWith(".ts") && new RegExp(`\\b${name}\\b`).test(readFile(file)),
  );
  const folders = [...new Set(callers.map((file) => `${file.slice(0, file.lastIndexOf("/"))}/`))];
  const own = folders.filter((folder) => folder.startsWith("app/domain/") || folder.startsWith("app/db/"));
  const inWorkers = folders.filter((folder) => folder.startsWith("workers/"));
  return [
    { project: "node", files: ["app/db/functions/"] },
    { project: "node", files: ["app/db/tenancy.test.ts", ...own] },
    ...(inWorkers.length > 0 ? [{ project: "workers" as const, files: inWorkers }] : []),
  ];
}
