import { useActionData } from "@remix-run/react";
import { ErrorSummary } from "../forms/error-summary";

type Answer = {
  status?: string;
  initialValue?: { intent?: unknown } | null;
  error?: Record<string, unknown>;
};

/** Why the page's action did nothing, where no form shows it itself. */
export function ActRefusal() {
  const answer = useActionData<Answer>();
  if (answer?.status !== "error" || answer.initialValue?.intent === "role") return null;
  const errors = answer.error?.[""];
  return <ErrorSummary errors={Array.isArray(errors) ? errors.map(String) : undefined} />;
}
