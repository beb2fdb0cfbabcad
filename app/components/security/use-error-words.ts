import type { SubmissionResult } from "@conform-to/react";
import { useMessage } from "~/i18n/use-message";

/** The first error of an answer in words, for forms without fields; null when there is none. */
export function useErrorWords(answer: SubmissionResult<string[]> | null): string | null {
  const message = useMessage();
  const [first] = Object.values(answer?.error ?? {}).flatMap((errors) => errors ?? []);
  return first === undefined ? null : message(first);
}
