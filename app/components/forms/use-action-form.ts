import { type DefaultValue, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { useActionData } from "@remix-run/react";
import type * as z from "zod";
import { parseForm } from "./parse-form";

type ActionFormOptions<Schema extends z.ZodType> = {
  schema: Schema;
  defaultValue?: DefaultValue<z.input<Schema>>;
  /** Needed where a page has several forms. */
  id?: string;
  /** The answer of a fetcher's action; without it the route's own action data counts. */
  lastResult?: SubmissionResult<string[]> | null;
};

/**
 * A form over one schema: checked on leaving a field, again on each change after a
 * mistake, and by the action, whose answer (`submission.reply()`) fills in what was typed.
 */
export function useActionForm<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
  options: ActionFormOptions<Schema>,
) {
  const { schema, defaultValue, id, lastResult } = options;
  const answer = useActionData<SubmissionResult<string[]>>();
  return useForm<z.input<Schema>, z.output<Schema>>({
    id,
    defaultValue,
    lastResult: lastResult === undefined ? answer : lastResult,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseForm(formData, schema),
    shouldValidate: "onBlur",
    shouldRevalidate: "onInput",
  });
}
