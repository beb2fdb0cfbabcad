import { writeMessage } from "~/i18n/message";
import { PASSWORD_MAX, PASSWORD_MIN } from "./password-length";
import type { PasswordRefusal } from "./password-policy.server";

export const PASSWORD_ERRORS: Record<PasswordRefusal, string> = {
  too_short: writeMessage("errors:accounts.passwordTooShort", { min: PASSWORD_MIN }),
  too_long: writeMessage("errors:accounts.passwordTooLong", { max: PASSWORD_MAX }),
  common: "errors:accounts.passwordCommon",
  personal: "errors:accounts.passwordLikeEmail",
};
