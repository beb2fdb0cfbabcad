import type { SubmissionResult } from "@conform-to/react";

/** The action's answer, if it is to the form with this intent: a page with several forms has one answer. */
export function answerOf(intent: string, answer: unknown): SubmissionResult<string[]> | null {
  return isSubmissionResult(answer) && answer.initialValue?.intent === intent ? answer : null;
}

function isSubmissionResult(answer: unknown): answer is SubmissionResult<string[]> {
  return typeof answer === "object" && answer !== null && "initialValue" in answer;
}
