import { parse, type Submission } from "@conform-to/react";
import { writeMessage } from "~/i18n/message";

/** What of an input matters here; the browser fills in `validity` from its attributes. */
export type CheckedInput = {
  name: string;
  type: string;
  minLength: number;
  min: string;
  max: string;
  validity: Pick<
    ValidityState,
    | "valueMissing"
    | "typeMismatch"
    | "patternMismatch"
    | "tooShort"
    | "tooLong"
    | "rangeUnderflow"
    | "rangeOverflow"
    | "badInput"
  >;
};

/** The browser's own finding about an input as a translation key; null when it has none. */
export function nativeMessage({ type, validity, minLength, min, max }: CheckedInput): string | null {
  if (validity.valueMissing) return type === "checkbox" ? "errors:form.mustAgree" : "errors:form.required";
  if (validity.badInput) return "errors:form.number";
  if (validity.typeMismatch) return type === "email" ? "errors:form.email" : "errors:form.url";
  if (validity.tooShort) return writeMessage("errors:form.tooShort", { min: minLength });
  if (validity.rangeUnderflow) return writeMessage("errors:form.tooSmall", { min });
  if (validity.rangeOverflow) return writeMessage("errors:form.tooBig", { max });
  return validity.patternMismatch || validity.tooLong ? "errors:form.invalid" : null;
}

/**
 * Checks a form in the browser by its inputs' attributes (`required`, `minLength`, `type`…).
 * It spares a way to the server for plain mistakes; the schema, and zod with it, stay there.
 */
export function checkNatively(form: HTMLFormElement, formData: FormData): Submission<true, string[]> {
  const error: Record<string, string[]> = {};
  for (const input of form.querySelectorAll<HTMLInputElement>("input[name], textarea[name], select[name]")) {
    const message = nativeMessage(input);
    if (message) error[input.name] = [message];
  }
  const isFine = Object.keys(error).length === 0;
  return parse<true, string[]>(formData, { resolve: () => (isFine ? { value: true } : { error }) });
}
