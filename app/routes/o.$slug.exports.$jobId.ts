import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { openExport } from "~/domain/exports/open-export.server";
import { archiveAnswer } from "~/http/file-answer.server";
import { requireOrg } from "~/http/require-org.server";

/** A finished export of everything, as one ZIP file to be saved. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "data.export");
  return archiveAnswer(await openExport(ctx, { jobId: args.params.jobId ?? "", kind: "full_export" }));
}
