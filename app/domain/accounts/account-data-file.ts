import type { SheetCell } from "../exports/sheet";
import type { AccountData } from "./account-data.server";

/** The account as lines of a table: what it is about, which one of them, the field, and its value. */
export function accountDataLines(data: AccountData): SheetCell[][] {
  const lists = { ...data, profile: [data.profile] };
  return Object.entries(lists).flatMap(([kind, items]) =>
    items.flatMap((item, i) =>
      Object.entries(item).map(([field, value]): SheetCell[] => [kind, i + 1, field, value]),
    ),
  );
}

export const ACCOUNT_DATA_HEADER = ["kind", "number", "field", "value"] as const;
