import { PERMISSIONS, type Permission, ROLES } from "~/domain/organizations/permissions";
import type { Mutant } from "./mutant";
import { escapePattern, findBuilt, readFile, splice } from "./sources";

const GUARD = /requireOrg\(([\w.{}, ]+), "([a-z.]+)"\)/g;
const HANDLER = /async function ((?:loader|action)[\w$]*)\(/g;

/** Each guard of a built route asks only for what every role may: the access matrix must notice. */
export function findRouteGuards(): Mutant[] {
  const file = findBuilt("server-build");
  const code = readFile(file);
  return [...code.matchAll(GUARD)].flatMap((match): Mutant[] => {
    const [guard, args = "", permission = ""] = match;
    const handler = handlerAround(code, match.index);
    const routeId = handler && routeOf(code, handler);
    if (!routeId || isForEveryone(permission as Permission)) return [];
    const weaker = `requireOrg(${args}, "dashboard.view")`;
    const only = `${escapePattern(routeId)} ${handler.startsWith("loader") ? "GET" : "(?!GET)"}`;
    const [start, end] = [match.index, match.index + guard.length];
    return [
      {
        kind: "guard",
        name: `${routeId}: ${handler.startsWith("loader") ? "loader" : "action"} without ${permission}`,
        file,
        mutated: splice(code, start, end, weaker),
        cut: { start, end, by: weaker, noticedBy: only, place: routeId },
        runs: [{ project: "browser", files: ["tests/e2e/access.test.ts"], only }],
      },
    ];
  });
}

function isForEveryone(permission: Permission): boolean {
  return ROLES.every((role) => (PERMISSIONS[permission] as readonly string[]).includes(role));
}

/** The loader or action whose body holds the position. */
function handlerAround(code: string, position: number): string | undefined {
  return [...code.slice(0, position).matchAll(HANDLER)].at(-1)?.[1];
}

/** The id under which the build lists the module that exports the handler. */
function routeOf(code: string, handler: string): string | undefined {
  const kind = handler.startsWith("loader") ? "loader" : "action";
  const exported = new RegExp(`const (route\\d+) = [^;]*?\\b${kind}: ${escapePattern(handler)}[,\\n]`);
  // An export whose name is not shortened is listed without a colon.
  const plain = new RegExp(`const (route\\d+) = [^;]*?\\n\\s+${escapePattern(handler)}[,\\n]`);
  const module = (exported.exec(code) ?? plain.exec(code))?.[1];
  return module && new RegExp(`id: "([^"]+)",[^}]*?module: ${module}\\n`).exec(code)?.[1];
}
