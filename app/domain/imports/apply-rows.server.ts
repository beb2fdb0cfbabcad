import type { OrgTransaction } from "~/db/org-transaction";
import { type ApplyPlan, applyCustomerRows } from "./apply-customer-rows.server";
import { applyOrderRows } from "./apply-order-rows.server";
import { applyProductRows } from "./apply-product-rows.server";
import type { ImportNoun } from "./import-fields";
import type { FileRow } from "./read-file-rows";
import type { WrittenRow } from "./write-import-rows.server";

type ApplyRows = (tx: OrgTransaction, rows: readonly FileRow[], plan: ApplyPlan) => Promise<WrittenRow[]>;

const APPLY: Record<ImportNoun, ApplyRows> = {
  customers: applyCustomerRows,
  orders: applyOrderRows,
  products: applyProductRows,
};

export const applyRowsOf = (noun: ImportNoun): ApplyRows => APPLY[noun];
