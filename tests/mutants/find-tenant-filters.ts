import type { Mutant } from "./mutant";
import { listFiles, readFile, splice } from "./sources";

const CREATED = /CREATE TABLE (?:IF NOT EXISTS )?"(\w+)" \(([\s\S]*?)\n\)/g;
const FUNCTION =
  /CREATE (?:OR REPLACE )?FUNCTION (\w+)\(([\s\S]*?)AS \$\$([\s\S]*?)\$\$;|DROP FUNCTION (\w+)/g;
/** Conditions that keep one organization, one person or one session from another's. */
const CONDITION =
  /(\bWHERE|\bAND)\s+((?:\w+\.)?(?:org_id|user_id|ended_at|expires_at|used_at|email_verified_at|state|purpose|token_hash)\s+(?:=|<>|>|<=|IS(?: NOT)?)\s+(?:NULL|now\(\)|app_org_id\(\)|'\w+'|[\w.]+))(?=\s|;|\))/g;

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
  return tables.map((table) => ({
    kind: "tenant filter",
    name: `rows of every organization in ${table}`,
    file: last,
    mutated: `${readFile(last)}\n--> statement-breakpoint
DO $$ DECLARE p record; BEGIN
  FOR p IN SELECT polname FROM pg_policy WHERE polrelid = to_regclass('${table}') LOOP
    EXECUTE format('ALTER POLICY %I ON ${table} USING (true) WITH CHECK (true)', p.polname);
  END LOOP;
END $$;`,
    runs: [{ project: "node", files: ["app/db/tenancy.test.ts"] }],
  }));
}

/** Only the last definition of a function counts. */
function forgottenConditions(): Mutant[] {
  const latest = new Map<string, { file: string; start: number; body: string }>();
  for (const file of migrations()) {
    for (const match of readFile(file).matchAll(FUNCTION)) {
      const [whole, name = "", , body = "", dropped] = match;
      if (dropped) latest.delete(dropped);
      else latest.set(name, { file, start: match.index + whole.lastIndexOf(body), body });
    }
  }
  return [...latest].flatMap(([name, { file, start, body }]) =>
    [...body.matchAll(CONDITION)].map((match, i): Mutant => {
      const [whole, word = "", condition = ""] = match;
      const at = start + match.index;
      return {
        kind: "tenant filter",
        name: `${name}() without "${condition.replace(/\s+/g, " ")}" (${i + 1})`,
        file,
        mutated: splice(readFile(file), at, at + whole.length, `${word} true`),
        runs: testsOf(name),
      };
    }),
  );
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
