import { ROLES } from "~/domain/organizations/permissions";
import type { Mutant } from "./mutant";
import { readFile, splice } from "./sources";

const FILE = "app/domain/organizations/permissions.ts";
const ROW = /"([a-z_.]+)": (\[[^\]]*\]|[A-Z_]+),/g;

/** Each permission that not every role has is given to all of them. */
export function findPermissions(): Mutant[] {
  const code = readFile(FILE);
  const everyone = JSON.stringify(ROLES);
  return [...code.matchAll(ROW)].flatMap((match): Mutant[] => {
    const [row, permission = "", roles = ""] = match;
    if (ROLES.every((role) => roles.includes(`"${role}"`))) return [];
    return [
      {
        kind: "permission",
        name: `${permission} for everyone`,
        file: FILE,
        mutated: splice(code, match.index, match.index + row.length, `"${permission}": ${everyone},`),
        runs: [{ project: "node", files: ["app/domain/organizations/permissions.test.ts"] }],
      },
    ];
  });
}
