import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { AccountsContext } from "~/domain/accounts/accounts-context";
import { findLanguage } from "~/i18n/i18n.server";
import { AppError } from "~/lib/app-error";
import type { SessionToken } from "./session.server";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** The context of what is done before, or without, an organization. */
export async function accountsContext({ request, context }: Args): Promise<AccountsContext> {
  return { ...context.accounts, language: await findLanguage(request) };
}

/** The session that the browser holds; whether it is alive is for the operation's own statement to tell. */
export async function requireSession({ context }: Pick<Args, "context">): Promise<SessionToken> {
  const session = await context.session.read();
  if (!session) throw new AppError("unauthenticated", "errors:sessionEnded");
  return session;
}
