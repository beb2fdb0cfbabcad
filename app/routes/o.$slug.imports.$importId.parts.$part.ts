import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { IMPORT_LIMITS } from "~/domain/imports/import-fields";
import { storeImportPart } from "~/domain/imports/store-import-part.server";
import { readBytes } from "~/http/read-body.server";
import { refuseButton } from "~/http/refuse-button.server";
import { requireOrg } from "~/http/require-org.server";

/** Takes a part of a file: JSON, its SHA-256 in `X-Content-SHA256`. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "imports.run");
  const { importId = "", part = "" } = args.params;
  try {
    const bytes = await readBytes(args.request, IMPORT_LIMITS.partBytes);
    const hash = args.request.headers.get("X-Content-SHA256")?.toLowerCase() ?? "";
    return await storeImportPart(ctx, { importId, part: Number(part), bytes, hash });
  } catch (error) {
    return refuseButton(error);
  }
}
