import { AppError } from "~/lib/app-error";
import { MOST_TAGS } from "./tag-limits";

/** Throws `conflict` when an organization has all the tags that it can have. */
export function requireRoom(count: number): void {
  if (count >= MOST_TAGS) throw new AppError("conflict", "tags:errors.full", { values: { max: MOST_TAGS } });
}
