import { type DefaultValue, type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { checkNatively } from "./native-check";

type ActionFormOptions<Input extends Record<string, unknown>> = {
  defaultValue?: DefaultValue<Input>;
  /** Needed where a page has several forms. */
  id?: string;
  /** The answer of a fetcher's action; without it the route's own action data counts. */
  lastResult?: SubmissionResult<string[]> | null;
};

/**
 * A form for an action: `useActionForm<z.input<typeof schema>>()`. Plain mistakes are
 * found on leaving a field and again on each change after it; the action's answer
 * (`submission.reply()`) puts its errors beside the fields and keeps what was typed.
 */
export function useActionForm<Input extends Record<string, unknown>>(options: ActionFormOptions<Input> = {}) {
  const { defaultValue, id, lastResult } = options;
  const answer = useActionData<SubmissionResult<string[]>>();
  return useForm<Input, true>({
    id,
    defaultValue,
    lastResult: lastResult === undefined ? answer : lastResult,
    onValidate: ({ form, formData }) => checkNatively(form, formData),
    shouldValidate: "onBlur",
    shouldRevalidate: "onInput",
  });
}
