import type { Mutant } from "./mutant";
import { findBuilt, readFile } from "./sources";

type Replacement = Pick<Mutant, "kind" | "file" | "runs"> & { find: string; by: string; name: string };

const ACCESS: Mutant["runs"] = [
  { project: "browser", files: ["tests/e2e/access.test.ts"], only: "did not come from a page" },
];
// The browser's tests run what was built.
const BUILT_SITE = "handle-site";
const node = (...files: string[]): Mutant["runs"] => [{ project: "node", files }];

/** Safeguards that are an expression rather than a refusal. What is sought must be there, once. */
const REPLACEMENTS: Replacement[] = [
  {
    ...{ kind: "forgery check", name: "the site answers forged writes", file: BUILT_SITE },
    ...{ find: "refuseForeignWrite(request) ?? await answer(", by: "await answer(", runs: ACCESS },
  },
  {
    ...{ kind: "forgery check", name: "PUT counts as safe", file: BUILT_SITE },
    ...{ find: '"OPTIONS"]', by: '"OPTIONS", "PUT"]', runs: ACCESS },
  },
  {
    ...{ kind: "forgery check", name: "POST counts as safe", file: "app/http/same-origin.ts" },
    ...{ find: '"OPTIONS"]', by: '"OPTIONS", "POST"]', runs: node("app/http/same-origin.test.ts") },
  },
  {
    ...{ kind: "forgery check", name: "any site is our own", file: "app/http/same-origin.ts" },
    find: 'return site === null || site === "same-origin";',
    by: "return true;",
    runs: node("app/http/same-origin.test.ts"),
  },
  {
    ...{
      kind: "mask",
      name: "contacts are open to every role",
      file: "app/domain/customers/contacts-view.ts",
    },
    find: 'isAllowed(role, "contacts.view") ? OPEN : MASKED',
    by: "OPEN",
    runs: node("app/domain/customers/", "app/domain/orders/"),
  },
  {
    ...{ kind: "guard", name: "writes ask for no role", file: "app/db/org-db.ts" },
    find: "this.#batch.run([guard, ...queries])",
    by: "this.#batch.run([this.orm.execute(sql`select 1`), ...queries])",
    runs: node("app/domain/organizations/", "app/domain/connections/"),
  },
  ...[
    "algorithms: [ALGORITHM],",
    "      typ: kind.type,\n",
    "issuer: appOrigin,",
    "audience: kind.audience,",
  ].map(
    (find): Replacement => ({
      kind: "session",
      name: `a token is read without "${find.trim()}"`,
      file: "app/http/signed-token.server.ts",
      ...{ find, by: "", runs: node("app/http/") },
    }),
  ),
];

export function findReplacements(): Mutant[] {
  return REPLACEMENTS.map(({ find, by, ...mutant }) => {
    const file = mutant.file === BUILT_SITE ? findBuilt(BUILT_SITE) : mutant.file;
    const code = readFile(file);
    if (code.split(find).length !== 2) throw new Error(`${file} has not exactly one ${find}`);
    return { ...mutant, file, mutated: code.replace(find, () => by) };
  });
}
