import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { readListParams } from "~/domain/filters/list-query.schema";
import { findNeighbours } from "~/domain/filters/neighbours-queries.server";
import { NOUNS } from "~/domain/filters/nouns";
import { requireOrg } from "~/http/require-org.server";
import { AppError } from "~/lib/app-error";

/** The records before and after one in the list that its page was opened from. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const search = new URL(args.request.url).searchParams;
  const noun = NOUNS.find((name) => name === search.get("noun"));
  if (!noun) throw new AppError("bad_request", "errors:badPage");
  return findNeighbours(ctx, noun, { ...readListParams(noun, search), id: search.get("id") ?? "" });
}
