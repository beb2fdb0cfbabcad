import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { decideCustomers } from "~/domain/merges/decide-customers.server";
import { decisionSchema } from "~/domain/merges/merge.schema";
import { refuseButton } from "~/http/refuse-button.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";

/** Does what was decided about two customers: one, apart, later, or split again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "customers.merge");
  await ctx.db.entry();
  const form = await args.request.formData();
  // Of each fact the side that was chosen; the survivor's own are empty.
  for (const [name, value] of [...form]) {
    if (name.startsWith("choose-") && value !== "") form.append("taken", value);
  }
  const submission = parseForm(form, decisionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const customerId = await decideCustomers(ctx, submission.value);
    return redirect(`/o/${ctx.slug}/customers/${customerId ?? "duplicates"}`);
  } catch (error) {
    return refuseButton(error);
  }
}
