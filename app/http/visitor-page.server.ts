import { type LoaderFunctionArgs, redirect, type TypedResponse } from "@remix-run/cloudflare";
import { findAccountBySession } from "~/domain/accounts/account-queries.server";
import { findLanguage, getServerT } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** A visitor's page title in their language: `Log in · OruCRM`. */
export async function visitorTitle(request: Request, key: string): Promise<string> {
  const t = getServerT(await findLanguage(request));
  return `${t(key)} · OruCRM`;
}

/** A redirect between pages of visitors; the language chosen in the URL stays chosen. */
export function redirectVisitor(request: Request, path: string, headers?: HeadersInit): TypedResponse<never> {
  const language = new URL(request.url).searchParams.get("lng");
  const to = new URL(path, request.url);
  if (language) to.searchParams.set("lng", language);
  return redirect(`${to.pathname}${to.search}`, { headers });
}

/** On pages outside of an organization, somebody who is logged in reads in their own language all the same. */
export function redirectToLanguage(request: Request, language: Language): void {
  const url = new URL(request.url);
  if (url.searchParams.has("lng")) return;
  url.searchParams.set("lng", language);
  throw redirect(`${url.pathname.replace(/\.data$/, "")}${url.search}`);
}

/** Whether the browser's session is alive, is over, or was never there. */
export async function sessionState({ context }: Args): Promise<"alive" | "ended" | "none"> {
  const session = await context.session.read();
  if (!session) return "none";
  return (await findAccountBySession(context.accounts, session.sessionId)) ? "alive" : "ended";
}
