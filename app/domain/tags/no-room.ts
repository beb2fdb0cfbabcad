import { AppError } from "~/lib/app-error";
import { MOST_TAGS } from "./tag-limits";

/** An organization has all the tags that it can have. */
export function noRoom(): AppError {
  return new AppError("conflict", "tags:errors.full", { values: { max: MOST_TAGS } });
}
