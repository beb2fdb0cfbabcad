import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import type { OrgContext } from "~/domain/context";
import { createView } from "~/domain/views/create-view.server";
import { deleteView } from "~/domain/views/delete-view.server";
import { setDefaultView } from "~/domain/views/update-layout.server";
import { renameView, saveView } from "~/domain/views/update-view.server";
import { type ViewForm, viewFormSchema } from "~/domain/views/view.schema";
import { refuseButton } from "~/http/refuse-button.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";

/** Everything that can be done with the views of the lists. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), viewFormSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    return { done: { intent: submission.value.intent, id: await apply(ctx, submission.value) } };
  } catch (error) {
    return refuseButton(error);
  }
}

/** The id of the view that the change was about. */
async function apply(ctx: OrgContext, form: ViewForm): Promise<string> {
  switch (form.intent) {
    case "create":
      return createView(ctx, form);
    case "save":
      await saveView(ctx, form);
      return form.id;
    case "rename":
      await renameView(ctx, form);
      return form.id;
    case "delete":
      await deleteView(ctx, form);
      return "all";
    case "default":
      await setDefaultView(ctx, { noun: form.noun, viewId: form.id === "all" ? null : form.id });
      return form.id;
  }
}
