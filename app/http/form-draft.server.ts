import { type AppLoadContext, redirect } from "@remix-run/cloudflare";
import * as z from "zod";
import { open, SealError, type SealPlace, seal } from "~/lib/sealed-box";

type Services = Pick<AppLoadContext, "keyring" | "now">;

/** Whose form it is, and which. */
type DraftOf = { userId: string; form: string };

const DRAFT_MS = 30 * 60_000;
const draftSchema = z.object({ at: z.number(), values: z.record(z.string(), z.string()) });

const placeOf = ({ userId, form }: DraftOf): SealPlace => ({
  orgId: "",
  table: "form_drafts",
  column: form,
  rowId: userId,
});

/**
 * Leads through the page that asks who it is and back to the form as it was filled
 * in. What was typed travels sealed in the address: it is for this user alone, and
 * no log or history can read it. `page` is the form's page, with its hash.
 */
export async function leadThroughConfirm(
  { keyring, now }: Services,
  draftOf: DraftOf,
  { page, hash, values }: { page: string; hash: string; values: Record<string, string> },
): Promise<Response> {
  const draft = await seal(keyring, JSON.stringify({ at: now().getTime(), values }), placeOf(draftOf));
  const next = `${page}?draft=${draft}#${hash}`;
  return redirect(`/account/confirm?next=${encodeURIComponent(next)}`);
}

/** What was typed before the detour; null without one, after half an hour, and for anybody else. */
export async function readDraft(
  { keyring, now }: Services,
  draftOf: DraftOf,
  request: Request,
): Promise<Record<string, string> | null> {
  const sealed = new URL(request.url).searchParams.get("draft");
  if (sealed === null) return null;
  try {
    const { at, values } = draftSchema.parse(JSON.parse(await open(keyring, sealed, placeOf(draftOf))));
    return now().getTime() - at < DRAFT_MS ? values : null;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
