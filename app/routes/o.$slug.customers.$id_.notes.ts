import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { actOnNotes } from "~/domain/notes/act-on-notes.server";
import { noteActionSchema } from "~/domain/notes/notes.schema";
import { listNotes } from "~/domain/notes/notes-queries.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";

/** Older notes of a customer: those before the note `before`. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const before = new URL(args.request.url).searchParams.get("before");
  return data(await listNotes(ctx, { customerId: args.params.id ?? "", before }));
}

/** Writes, changes, deletes or brings back a note. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "notes.write");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), noteActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await actOnNotes(ctx, { customerId: args.params.id ?? "", action: submission.value });
    return submission.reply();
  } catch (error) {
    return refuseForm(submission, error);
  }
}
