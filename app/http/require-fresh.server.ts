import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { requireFreshSession } from "~/domain/factors/require-fresh-session.server";
import { requireSession } from "./accounts.server";

/**
 * The guard of grave acts: call it before the act, outside of the `try` that
 * answers a form. Whoever has not proved in the last ten minutes that it is them
 * is led to do so and back to the page; the log-in itself counts.
 */
export async function requireFresh(args: Pick<LoaderFunctionArgs, "context">): Promise<void> {
  const { sessionId } = await requireSession(args);
  await requireFreshSession(args.context.accounts, sessionId);
}
