import * as z from "zod";
import { AppError } from "~/lib/app-error";

const recordId = z.uuid();

/** The id a person or a link named. Throws `not_found` for what can be no record's id. */
export function requireRecordId(value: string): string {
  if (!recordId.safeParse(value).success) throw new AppError("not_found", "errors:notFound");
  return value;
}
