import type { Submission, SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/cloudflare";
import { writeMessage } from "~/i18n/message";
import { AppError, isConfirmFirst, isFactorNeeded, STATUS_OF } from "~/lib/app-error";

/** Never given back to the page: what opens an account. */
const PASSWORD_FIELD = /password|^(?:code|answer|ticket)$/i;

/**
 * The answer to a form that was not taken: each error beside its field or above
 * the form, with all that was typed but the passwords. `error` is what the
 * operation threw; what is not meant for people, or ends the session, is thrown on.
 */
export function refuseForm<T>(submission: Submission<T, string[], unknown>, error?: unknown) {
  const hideFields = Object.keys(submission.payload).filter((name) => PASSWORD_FIELD.test(name));
  if (error === undefined) return answer(submission.reply({ hideFields }), 422);
  if (!(error instanceof AppError) || error.code === "unauthenticated" || error.code === "internal")
    throw error;
  // Leads to another page and back.
  if (isConfirmFirst(error) || isFactorNeeded(error)) throw error;
  const fieldErrors = Object.fromEntries(
    Object.entries(error.fields ?? {}).map(([name, message]) => [name, [message]]),
  );
  const formErrors = error.fields ? [] : [writeMessage(error.messageKey, error.values)];
  return answer(submission.reply({ fieldErrors, formErrors, hideFields }), STATUS_OF[error.code]);
}

function answer(result: SubmissionResult<string[]>, status: number) {
  return data(result, { status, headers: { "Cache-Control": "no-store" } });
}
