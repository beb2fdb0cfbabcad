import type { OrgTransaction } from "~/db/org-transaction";
import type { ApplyPlan } from "./apply-customer-rows.server";
import type { ImportNoun } from "./import-fields";
import type { FileRow } from "./read-file-rows";
import { rehearseCustomerRows } from "./rehearse-customer-rows.server";
import { rehearseOrderRows } from "./rehearse-order-rows.server";
import { rehearseProductRows } from "./rehearse-product-rows.server";
import type { RehearsedRow } from "./rehearse-step.server";

type RehearseRows = (
  tx: OrgTransaction,
  rows: readonly FileRow[],
  plan: ApplyPlan,
) => Promise<RehearsedRow[]>;

const REHEARSE: Record<ImportNoun, RehearseRows> = {
  customers: rehearseCustomerRows,
  orders: rehearseOrderRows,
  products: rehearseProductRows,
};

export const rehearseRowsOf = (noun: ImportNoun): RehearseRows => REHEARSE[noun];
