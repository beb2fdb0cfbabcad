import { type ActionFunctionArgs, data } from "@remix-run/cloudflare";
import { parseForm } from "~/components/forms/parse-form";
import { actOnDeliveries } from "~/domain/deliveries/desk/act-on-deliveries.server";
import type { DeskAnswer } from "~/domain/deliveries/desk/desk-answer";
import { deskActSchema } from "~/domain/deliveries/desk/replay-selection";
import { writeMessage } from "~/i18n/message";
import { AppError, STATUS_OF } from "~/lib/app-error";
import { requireOrg } from "./require-org.server";

const FOR_PEOPLE: ReadonlySet<string> = new Set(["conflict", "not_found", "too_many", "unavailable"]);

/** The action of the log and of a delivery's page: rehearses or replays what was selected. */
export async function answerDesk(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "deliveries.replay");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), deskActSchema);
  if (submission.status !== "success") throw new AppError("bad_request", "errors:badRequest");
  try {
    return data<DeskAnswer>(await actOnDeliveries(ctx, submission.value));
  } catch (error) {
    if (!(error instanceof AppError) || !FOR_PEOPLE.has(error.code)) throw error;
    const message = writeMessage(error.messageKey, error.values);
    return data<DeskAnswer>({ kind: "refused", message }, STATUS_OF[error.code]);
  }
}
