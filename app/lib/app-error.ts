export type AppErrorCode =
  | "bad_request"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "invalid"
  | "too_many"
  | "unavailable"
  | "internal";

export type MessageValues = Record<string, string | number>;

/**
 * The one error that is meant for people. `messageKey` is a translation key whose
 * text says what happened and what to do next; `fields` names translation keys
 * per form field.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly messageKey: string;
  readonly values: MessageValues;
  readonly fields: Record<string, string> | undefined;

  constructor(
    code: AppErrorCode,
    messageKey: string,
    options: { values?: MessageValues; fields?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(`${code}: ${messageKey}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.messageKey = messageKey;
    this.values = options.values ?? {};
    this.fields = options.fields;
  }
}

/** By name, because hot reload may bring a second copy of the class into one program. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError";
}

/** The act is grave, and the person has yet to prove again who they are. */
export function isConfirmFirst(error: AppError): boolean {
  return error.messageKey === "errors:confirmFirst";
}

/** The database was given a time, and it was not enough. */
export function isTooSlow(error: unknown): boolean {
  return isAppError(error) && error.messageKey === "errors:tooSlow";
}

/** The organization asks for a second factor, and the person has none. */
export function isFactorNeeded(error: AppError): boolean {
  return error.messageKey === "errors:factors.needed";
}

export const STATUS_OF: Record<AppErrorCode, number> = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
  internal: 500,
};
