import { type ActionFunctionArgs, data } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { editCustomerSchema } from "~/domain/customers/edit-customer.schema";
import { editCustomer } from "~/domain/deliveries/by-hand/edit-customer.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { STATUS_OF } from "~/lib/app-error";

/**
 * One thing done to a customer by hand. Where another customer stands in the way, the answer
 * says which one beside the form's.
 */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "customers.edit");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), editCustomerSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const customerId = args.params.id ?? "";
    const taken = await editCustomer(ctx, { customerId, edit: submission.value });
    if (!taken) return { ...submission.reply(), taken };
    const words = taken.field === "custom" ? "fields:taken" : `customerPage:taken.${taken.field}`;
    return data({ ...submission.reply({ formErrors: [words] }), taken }, { status: STATUS_OF.conflict });
  } catch (error) {
    return refuseForm(submission, error);
  }
}
