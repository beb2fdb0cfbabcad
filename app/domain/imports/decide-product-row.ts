import type { ProductState } from "~/connectors/canonical";
import { decimalOf } from "~/lib/money";
import { fileRecordId, importHash, isFromFile } from "../deliveries/file-records";
import type { ImportSettings } from "./import.schema";
import { addProduct, type KnownProduct, type KnownProducts } from "./known-product";
import type { ProductRow } from "./read-product-row";
import { diffFields, isLeftOut, type RecordDecision, SHOP_TOLD, type ShownFields } from "./record-decision";

export type ProductDecision = RecordDecision<ProductRow, KnownProduct>;

export type DecideRecordPlan = {
  settings: Pick<ImportSettings, "key" | "mode">;
  importId: string;
  /** The import's time, ISO 8601 UTC. */
  at: string;
  /** Where the record's name stands. */
  places: ReadonlyMap<string, number>;
};

const EMPTY: Omit<ProductState, "externalId"> = {
  ...{ parentExternalId: null, name: "", sku: null, priceMinor: null, currency: null, status: "active" },
  ...{ stock: "unknown", stockQuantity: null, url: null, imageUrl: null, categories: [] },
};

/**
 * Says what a row does to the products known so far, and does it to them. A file changes
 * what files made: what a shop tells itself stands. Blanks erase nothing.
 */
export function decideProductRow(
  known: KnownProducts,
  row: ProductRow,
  plan: DecideRecordPlan,
): ProductDecision {
  const { said } = row;
  const before = findProduct(known, row, plan);
  const nothing = { row, record: before, before, diffs: [], problems: [] };
  if (isLeftOut(plan.settings.mode, before !== null)) return { ...nothing, outcome: "skipped" };
  if (before && !isFromFile(before.version)) return { ...nothing, outcome: "skipped", problems: [SHOP_TOLD] };
  if (!before && !said.name) {
    const problem = { column: plan.places.get("name") ?? null, code: "missing", found: "" };
    return { ...nothing, outcome: "rejected", problems: [problem] };
  }
  const externalId = before?.state.externalId ?? row.externalId ?? fileRecordId(said.sku ?? "");
  const state = { ...EMPTY, ...before?.state, ...said, externalId };
  const corrected = before?.corrected ?? [];
  const diffs = diffFields(before ? shownFields(before.state) : {}, shownFields(state), corrected);
  if (before && diffs.length === 0 && !before.isTrashed) return { ...nothing, outcome: "skipped" };
  const version = { at: plan.at, rank: 0, hash: importHash(plan.importId, row.row) };
  const record = { id: before?.id ?? null, state, version, corrected, isTrashed: false };
  addProduct(known, record);
  return { ...nothing, outcome: before ? "changed" : "created", record, diffs };
}

function findProduct(
  known: KnownProducts,
  row: ProductRow,
  { settings }: DecideRecordPlan,
): KnownProduct | null {
  if (settings.key === "sku") return known.bySku.get(row.said.sku ?? "") ?? null;
  return known.byId.get(row.externalId ?? "") ?? null;
}

function shownFields(state: ProductState): ShownFields {
  const { priceMinor, currency, stockQuantity, categories } = state;
  const price =
    priceMinor === null ? null : `${currency ?? ""} ${decimalOf(priceMinor, currency ?? "")}`.trim();
  return {
    name: state.name,
    sku: state.sku,
    price,
    status: state.status,
    stock: state.stock,
    stockQuantity: stockQuantity === null ? null : String(stockQuantity),
    url: state.url,
    imageUrl: state.imageUrl,
    categories: categories.length > 0 ? categories.join(", ") : null,
  };
}
