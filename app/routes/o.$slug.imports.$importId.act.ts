import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { actOnImport } from "~/domain/imports/act-on-import.server";
import { importActionSchema } from "~/domain/imports/import.schema";
import { readJson } from "~/http/read-body.server";
import { refuseButton } from "~/http/refuse-button.server";
import { requireOrg } from "~/http/require-org.server";

const MOST_BYTES = 200_000;

/** What an import's page asks for: JSON, or a form whose fields are the same. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "imports.run");
  try {
    const wanted = await readJson(args.request, importActionSchema, MOST_BYTES);
    const jobId = await actOnImport(ctx, args.params.importId ?? "", wanted);
    return { isDone: true as const, jobId };
  } catch (error) {
    return refuseButton(error);
  }
}
