import type * as z from "zod";
import { writeMessage } from "~/i18n/message";

const FORMATS: Record<string, string> = { email: "errors:form.email", url: "errors:form.url" };

/** zod's own findings as translation keys. A schema that names its own message keeps it. */
export function issueMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "errors:form.required";
      return issue.expected === "number" ? "errors:form.number" : "errors:form.invalid";
    case "invalid_format":
      return FORMATS[issue.format] ?? "errors:form.invalid";
    case "invalid_value":
      return issue.input === undefined ? "errors:form.required" : "errors:form.choose";
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "errors:form.required";
      return writeMessage(issue.origin === "string" ? "errors:form.tooShort" : "errors:form.tooSmall", {
        min: Number(issue.minimum),
      });
    case "too_big":
      return writeMessage(issue.origin === "string" ? "errors:form.tooLong" : "errors:form.tooBig", {
        max: Number(issue.maximum),
      });
    default:
      return "errors:form.invalid";
  }
}
