import type { OrgTransaction } from "~/db/org-transaction";
import type { ImportNoun } from "./import-fields";
import { type UndoneRow, type UndoPlan, type UndoRow, undoCustomerRows } from "./undo-customer-rows.server";
import { undoOrderRows } from "./undo-order-rows.server";
import { undoProductRows } from "./undo-product-rows.server";

type UndoRows = (tx: OrgTransaction, rows: readonly UndoRow[], plan: UndoPlan) => Promise<UndoneRow[]>;

const UNDO: Record<ImportNoun, UndoRows> = {
  customers: undoCustomerRows,
  orders: undoOrderRows,
  products: undoProductRows,
};

export const undoRowsOf = (noun: ImportNoun): UndoRows => UNDO[noun];
