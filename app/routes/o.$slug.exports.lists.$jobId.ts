import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { openExport } from "~/domain/exports/open-export.server";
import { archiveAnswer } from "~/http/file-answer.server";
import { requireOrg } from "~/http/require-org.server";

/** A finished export of a list, to be saved: a workbook, or CSV in a ZIP file. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "records.export");
  return archiveAnswer(await openExport(ctx, { jobId: args.params.jobId ?? "", kind: "list_export" }));
}
