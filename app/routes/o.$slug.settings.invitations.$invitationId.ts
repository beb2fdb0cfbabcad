import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { invitationActionSchema } from "~/domain/members/members.schema";
import { resendInvitation } from "~/domain/members/resend-invitation.server";
import { revokeInvitation } from "~/domain/members/revoke-invitation.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { type AppErrorCode, isAppError } from "~/lib/app-error";

const SAID_IN_PLACE: AppErrorCode[] = ["conflict", "too_many"];

/** Sends an open invitation again, or takes it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "members.manage");
  const id = args.params.invitationId ?? "";
  const submission = parseForm(await args.request.formData(), invitationActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const isResent = submission.value.intent === "resend";
  try {
    await (isResent ? resendInvitation(ctx, { id }) : revokeInvitation(ctx, { id }));
    return redirect(`/o/${ctx.slug}/settings/members?done=${isResent ? "resent" : "revoked"}`);
  } catch (error) {
    // Only what can be said beside the invitation is an answer to its form.
    if (!isAppError(error) || !SAID_IN_PLACE.includes(error.code)) throw error;
    return refuseForm(submission, error);
  }
}
