import { AppError } from "~/lib/app-error";
import { PASSWORD_ERRORS } from "./password-errors";
import { type PasswordContext, refusePassword } from "./password-policy.server";

/** Throws `invalid`, with `field`, for a new password that is not taken. */
export function requireNewPassword(password: string, context: PasswordContext, field: string): void {
  const refusal = refusePassword(password, context);
  if (!refusal) return;
  throw new AppError("invalid", "errors:badRequest", { fields: { [field]: PASSWORD_ERRORS[refusal] } });
}
