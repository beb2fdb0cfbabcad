import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { createImport } from "~/domain/imports/create-import.server";
import { createImportSchema } from "~/domain/imports/import.schema";
import { readJson } from "~/http/read-body.server";
import { refuseButton } from "~/http/refuse-button.server";
import { requireOrg } from "~/http/require-org.server";

const MOST_BYTES = 200_000;

/** Begins an import of the file that the body describes, as JSON; its rows follow in parts. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "imports.run");
  try {
    await ctx.db.entry();
    const file = await readJson(args.request, createImportSchema, MOST_BYTES);
    return await createImport(ctx, file);
  } catch (error) {
    return refuseButton(error);
  }
}
