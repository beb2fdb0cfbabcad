import * as z from "zod";
import { AppError } from "~/lib/app-error";

const recordId = z.uuid();

/** Whether it can be a record's id at all. */
export function isRecordId(value: string): boolean {
  return recordId.safeParse(value).success;
}

/** The id a person or a link named. Throws `not_found` for what can be no record's id. */
export function requireRecordId(value: string): string {
  if (!isRecordId(value)) throw new AppError("not_found", "errors:notFound");
  return value;
}
