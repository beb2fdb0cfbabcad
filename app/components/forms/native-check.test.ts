import { expect, test } from "vitest";
import { type CheckedInput, nativeMessage } from "./native-check";

const nothing: CheckedInput["validity"] = {
  valueMissing: false,
  typeMismatch: false,
  patternMismatch: false,
  tooShort: false,
  tooLong: false,
  rangeUnderflow: false,
  rangeOverflow: false,
  badInput: false,
};

function messageOf(finding: Partial<CheckedInput["validity"]>, rest: Partial<CheckedInput> = {}) {
  const input = { name: "field", type: "text", minLength: 8, min: "1", max: "9" };
  return nativeMessage({ ...input, ...rest, validity: { ...nothing, ...finding } });
}

test("what the browser finds is said in the same words as the server's findings", () => {
  expect(messageOf({})).toBeNull();
  expect(messageOf({ valueMissing: true })).toBe("errors:form.required");
  expect(messageOf({ valueMissing: true }, { type: "checkbox" })).toBe("errors:form.mustAgree");
  expect(messageOf({ typeMismatch: true }, { type: "email" })).toBe("errors:form.email");
  expect(messageOf({ typeMismatch: true }, { type: "url" })).toBe("errors:form.url");
  expect(messageOf({ tooShort: true })).toBe("errors:form.tooShort?min=8");
  expect(messageOf({ rangeUnderflow: true })).toBe("errors:form.tooSmall?min=1");
  expect(messageOf({ rangeOverflow: true })).toBe("errors:form.tooBig?max=9");
  expect(messageOf({ badInput: true })).toBe("errors:form.number");
  expect(messageOf({ patternMismatch: true })).toBe("errors:form.invalid");
});

test("an empty required field is missing before it is anything else", () => {
  expect(messageOf({ valueMissing: true, typeMismatch: true }, { type: "email" })).toBe(
    "errors:form.required",
  );
});
