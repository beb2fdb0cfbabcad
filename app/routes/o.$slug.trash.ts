import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { restoreRecord } from "~/domain/trash/restore-record.server";
import { trashActionSchema } from "~/domain/trash/trash.schema";
import { trashRecord } from "~/domain/trash/trash-record.server";
import { refuseButton } from "~/http/refuse-button.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";

/** Puts one record in the trash, or takes it out, from wherever it is shown. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "records.trash");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), trashActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const done = submission.value;
  try {
    await (done.intent === "trash" ? trashRecord(ctx, done) : restoreRecord(ctx, done));
    return { done };
  } catch (error) {
    return refuseButton(error);
  }
}
