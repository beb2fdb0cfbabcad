import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { updateLayout } from "~/domain/views/update-layout.server";
import { layoutSchema } from "~/domain/views/view.schema";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";

/** Keeps how the member has arranged a list. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const submission = parseForm(await args.request.formData(), layoutSchema);
  if (submission.status !== "success") {
    await ctx.db.entry();
    return refuseForm(submission);
  }
  await updateLayout(ctx, submission.value);
  return { done: true };
}
