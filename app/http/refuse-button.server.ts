import { data } from "@remix-run/cloudflare";
import { writeMessage } from "~/i18n/message";
import { AppError, STATUS_OF } from "~/lib/app-error";

/**
 * The answer to a button whose act was refused, for `useToastAnswer`. What is not
 * meant for people, or ends the session, is thrown on.
 */
export function refuseButton(error: unknown) {
  if (!(error instanceof AppError) || error.code === "unauthenticated" || error.code === "internal")
    throw error;
  return data({ refusal: writeMessage(error.messageKey, error.values) }, { status: STATUS_OF[error.code] });
}
