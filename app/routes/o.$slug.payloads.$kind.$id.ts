import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { findSourcePayload, TOLD_KINDS } from "~/domain/deliveries/source-payload-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { AppError } from "~/lib/app-error";

/** What a shop last sent about a record, asked for when somebody wants to see it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "deliveries.view");
  const kind = TOLD_KINDS.find((name) => name === args.params.kind);
  if (!kind) throw new AppError("not_found", "errors:notFound");
  return { source: await findSourcePayload(ctx, kind, args.params.id ?? "") };
}
