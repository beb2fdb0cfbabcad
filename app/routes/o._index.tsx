import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { findAccountBySession } from "~/domain/accounts/account-queries.server";
import { requireSession } from "~/http/accounts.server";
import { AppError } from "~/lib/app-error";

/** The way in after log-in: to the first organization by name. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const account = await findAccountBySession(args.context.accounts, sessionId);
  if (!account) throw new AppError("unauthenticated", "errors:sessionEnded");
  const [first] = account.organizations;
  if (!first) throw new AppError("not_found", "errors:notFound");
  return redirect(`/o/${first.slug}`);
}
