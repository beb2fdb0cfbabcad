import { isTransient, sqlState } from "~/db/database-error";
import { AppError } from "~/lib/app-error";
import type { Verdict } from "./interpret-delivery";

/** Whether an error lies in what is applied. An AppError is about the organization or its database. */
export function isAboutDelivery(error: unknown): boolean {
  return !(error instanceof AppError) && !isTransient(error);
}

/** The end of a delivery that could not be applied: the class of the error, whose message may hold personal data. */
export function failedBy(error: unknown): Verdict {
  const state = sqlState(error);
  const detail = state ? `SQLSTATE ${state}` : error instanceof Error ? error.name : typeof error;
  return { outcome: "failed", reason: "could_not_apply", detail };
}
