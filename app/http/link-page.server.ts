import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { linkSchema } from "~/domain/accounts/accounts.schema";
import { findLink } from "~/domain/accounts/find-link.server";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/**
 * The page of a link from a mail looks, and uses nothing up: programs that check
 * mails follow links, people press buttons. A malformed token asks no database.
 */
export async function readLink({ request, context }: Args, purpose: Parameters<typeof findLink>[2]) {
  const parsed = linkSchema.safeParse({ token: new URL(request.url).searchParams.get("token") });
  if (!parsed.success) return null;
  const { token } = parsed.data;
  const found = await findLink(context.accounts, token, purpose);
  return found && { token, email: found.email, accountEmail: found.accountEmail };
}

/** The token that a link's form sent back; null when it is none. */
export async function postedToken(request: Request): Promise<string | null> {
  const parsed = linkSchema.safeParse(Object.fromEntries(await request.formData()));
  return parsed.success ? parsed.data.token : null;
}
