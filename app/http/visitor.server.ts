import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { sql } from "drizzle-orm";
import { findLanguage } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

export type Visitor = { language: Language; theme: "light" | "dark" | "system"; isVisitor: boolean };

/**
 * Language and theme of whoever asks: the user's row on an organization's pages
 * (in the batch that its loaders send anyway), the browser's wishes elsewhere.
 */
export async function findVisitor({ request, params, context }: LoaderFunctionArgs): Promise<Visitor> {
  const session = params.slug ? await context.session.read() : null;
  const visitor = async (): Promise<Visitor> => ({
    language: await findLanguage(request),
    theme: "system",
    isVisitor: true,
  });
  if (!session || !params.slug) return visitor();
  const batch = context.batchFor(session.sessionId, params.slug);
  const got = await batch.read(batch.orm.execute(sql`select 1`)).catch(() => null);
  if (!got) return visitor();
  const { language, theme } = got.entry.user;
  return { language: await findLanguage(request, language), theme, isVisitor: false };
}
