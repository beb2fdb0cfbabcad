import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { bulkActionSchema } from "~/domain/bulk/bulk.schema";
import { listBulkChoices } from "~/domain/bulk/bulk-choices-queries.server";
import { createBulkChange } from "~/domain/bulk/create-bulk-change.server";
import { undoBulkChange } from "~/domain/bulk/undo-bulk-change.server";
import { refuseButton } from "~/http/refuse-button.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";

/** What the selection bar offers; nothing to roles that change no records in bulk. */
export async function loader(args: LoaderFunctionArgs) {
  return listBulkChoices(await requireOrg(args, "customers.view"));
}

/** Changes all records of a selection, or undoes such a change. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "customers.bulk");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), bulkActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const asked = submission.value;
  try {
    if (asked.intent === "undo") return { undone: await undoBulkChange(ctx, asked) };
    return { made: await createBulkChange(ctx, asked.request) };
  } catch (error) {
    return refuseButton(error);
  }
}
