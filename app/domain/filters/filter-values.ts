import type { FieldType } from "./filter-ops";
import { operandOf } from "./filter-ops";
import type { Clause } from "./filter-tree";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_DAYS = 36_500;
const FARTHEST_YEARS = { from: "1900-01-01", to: "2999-12-31" };

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "" && !value.includes("\0");
const isInteger = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value);

/** Whether it is a day of the calendar, `YYYY-MM-DD`. */
function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  if (!Number.isFinite(time) || new Date(time).toISOString().slice(0, 10) !== value) return false;
  return value >= FARTHEST_YEARS.from && value <= FARTHEST_YEARS.to;
}

const IS_VALUE: Record<FieldType, (value: unknown) => boolean> = {
  text: isText,
  number: isInteger,
  money: isInteger,
  date: isDay,
  boolean: (value) => typeof value === "boolean",
  choice: isText,
  tags: isText,
};

/** Whether a condition compares with something that its field's type can be compared with. */
export function fitsType({ op, value, currency }: Clause, type: FieldType): boolean {
  if ((type === "money") !== (currency !== undefined) && !isBareEmptiness({ op, currency })) return false;
  const isValue = IS_VALUE[type];
  switch (operandOf(op)) {
    case "none":
      return value === undefined;
    case "one":
      return isValue(value);
    case "days":
      return isInteger(value) && value >= 1 && value <= MOST_DAYS;
    case "pair":
      return Array.isArray(value) && value.length === 2 && value.every(isValue);
    case "list":
      return Array.isArray(value) && value.every(isValue);
  }
}

/** Whether there is money at all can be asked without a currency. */
function isBareEmptiness({ op, currency }: Pick<Clause, "op" | "currency">): boolean {
  return operandOf(op) === "none" && currency === undefined;
}
