import { AppError } from "~/lib/app-error";
import type { Clause } from "./filter-tree";

/** What a condition compares with, as its operator needs it. All throw `bad_request`: `findProblem` comes first. */
export function textOf({ value }: Clause): string {
  return typeof value === "string" ? value : refuse();
}

export function textsOf({ value }: Clause): string[] {
  const texts = Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  return texts.length > 0 ? texts : refuse();
}

export function integerOf({ value }: Clause): number {
  return typeof value === "number" ? value : refuse();
}

export function flagOf({ value }: Clause): boolean {
  return typeof value === "boolean" ? value : refuse();
}

/** Both ends, the lower first. */
export function integersOf({ value }: Clause): [number, number] {
  const [one, other] = Array.isArray(value) ? value : [];
  if (typeof one !== "number" || typeof other !== "number") return refuse();
  return one <= other ? [one, other] : [other, one];
}

/** Both days, the earlier first. */
export function daysOf({ value }: Clause): [string, string] {
  const [one, other] = Array.isArray(value) ? value : [];
  if (typeof one !== "string" || typeof other !== "string") return refuse();
  return one <= other ? [one, other] : [other, one];
}

export function refuse(): never {
  throw new AppError("bad_request", "errors:badFilter");
}
