import { DrizzleQueryError } from "drizzle-orm";
import { AppError } from "~/lib/app-error";

/** SQLSTATEs that our own functions raise, and what they mean to people. */
const MEANING = {
  OR400: ["bad_request", "errors:badRequest"],
  OR401: ["unauthenticated", "errors:sessionEnded"],
  OR403: ["forbidden", "errors:forbidden"],
  OR404: ["not_found", "errors:notFound"],
  OR4LA: ["conflict", "errors:members.lastAdmin"],
  OR4OW: ["conflict", "errors:members.owner"],
  OR428: ["forbidden", "errors:factors.needed"],
  OR449: ["forbidden", "errors:confirmFirst"],
  OR423: ["conflict", "errors:organizationClosing"],
  // Over the time that a statement was given.
  "57014": ["unavailable", "errors:tooSlow"],
} as const;

const CONNECTION_FAILURE = /\b(?:connect|ECONN|network|fetch failed|socket|WebSocket)/i;

/** The Postgres error code in an error or its causes, if there is one. */
export function sqlState(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  }
  return null;
}

/** Our functions' refusals become AppErrors; an unreachable database becomes `unavailable`; the rest stays. */
export function fromDatabaseError(error: unknown): unknown {
  const state = sqlState(error);
  if (state && state in MEANING) {
    const [code, key] = MEANING[state as keyof typeof MEANING];
    return new AppError(code, key, { cause: error });
  }
  const isUnreachable = state === null ? hasConnectionFailure(error) : /^(08|57P)/.test(state);
  return isUnreachable ? new AppError("unavailable", "errors:databaseUnavailable", { cause: error }) : error;
}

/** Whether the same work may succeed later: connection lost, shutting down, short of resources, a race with another writer. */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  return state === null ? hasConnectionFailure(error) : /^(08|40001|40P01|53|55P03|57P)/.test(state);
}

function hasConnectionFailure(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    // A failed query's message quotes the query, which may hold any word; its cause tells.
    if (at instanceof DrizzleQueryError) continue;
    if (at.name === "NeonDbError" || CONNECTION_FAILURE.test(at.message)) return true;
  }
  return false;
}
