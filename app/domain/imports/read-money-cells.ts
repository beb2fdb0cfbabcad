import { currencyDigits } from "~/lib/money";
import { readAmount, readCurrencyName } from "~/lib/read-amount";
import { scaleDecimal } from "~/lib/read-decimal";
import type { ImportSettings } from "./import.schema";
import type { RowCells } from "./row-cells";

type How = Pick<ImportSettings, "decimal" | "currency">;

/**
 * The currency of a row's money: its own cell's, else the one that an amount names, else
 * the file's. Null where the row says nothing of money.
 */
export function readRowCurrency(cells: RowCells, amounts: readonly string[], how: How): string | null {
  const own = cells.text("currency");
  if (own !== "") return readCurrencyName(own) ?? cells.wrong("currency", "notCurrency");
  const filled = amounts.filter((field) => cells.text(field) !== "");
  const named = filled.map((field) => readAmount(cells.text(field), how.decimal)?.currency);
  return named.find((currency) => typeof currency === "string") ?? (filled.length > 0 ? how.currency : null);
}

/** A cell's amount in minor units of the currency; null where it is empty or wrong. Never negative. */
export function readMinor(
  cells: RowCells,
  field: string,
  { decimal, currency }: { decimal: How["decimal"]; currency: string },
): number | null {
  const text = cells.text(field);
  if (text === "") return null;
  const amount = readAmount(text, decimal);
  if (amount === null) return cells.wrong(field, "notMoney");
  if (amount.currency !== null && amount.currency !== currency)
    return cells.wrong(field, "otherCurrency", { currency });
  const minor = scaleDecimal(amount.decimal, currencyDigits(currency));
  if (minor === null) return cells.wrong(field, "notMoney");
  return minor < 0 ? cells.wrong(field, "negative") : minor;
}
