import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { openExport } from "~/domain/exports/open-export.server";
import { requireOrg } from "~/http/require-org.server";

/** A finished export, as one ZIP file to be saved. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "data.export");
  const { fileName, bytes, content } = await openExport(ctx, { jobId: args.params.jobId ?? "" });
  return new Response(content, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Content-Length": String(bytes),
      "Cache-Control": "no-store",
    },
  });
}
