import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inOrgTransaction } from "~/db/org-transaction";
import { crashingJobs } from "../../../tests/factories/crashing-jobs";
import { bringFile, type ImportedFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { recountCustomers } from "../customers/recount-customers.server";
import { importRehearsalStep } from "./rehearse-step.server";
import { importRunStep } from "./run-step.server";
import { undoRows } from "./undo-step.server";

const database = await createTestDatabase();
const { owner } = database;

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);

const orderRow = fc.tuple(
  oneOf("1", "#1", "2", "3", ""),
  oneOf("1/2/2026", "2/2/2026", "2/2/2026 15:00", ""),
  oneOf("", "Selesai", "batal", "refunded", "entah"),
  oneOf("", "RM 5", "7.50", "S$9"),
  oneOf("", "Sambal", "Kuih"),
  oneOf("", "S-1", "S-2"),
  oneOf("", "2", "0.5"),
  oneOf("", "3.00"),
  oneOf("", "Aina", "Borhan"),
  oneOf("", "a@contoh.my", "b@contoh.my", "b@"),
  oneOf("", "0123456789", "0123456780"),
);
const ORDERS = {
  noun: "orders" as const,
  columns: [
    "order",
    "placedAt",
    "status",
    "total",
    "itemName",
    "itemSku",
    "itemQuantity",
    "itemPrice",
    "name",
    "email",
    "phone",
  ],
  settings: { key: "order" as const },
};

const productRow = fc.tuple(
  oneOf("A", "B", ""),
  oneOf("", "Sambal", "Kuih"),
  oneOf("", "5", "RM 7.50", "lima"),
  oneOf("", "3", "0"),
  oneOf("", "aktif", "arkib"),
);
const PRODUCTS = {
  noun: "products" as const,
  columns: ["sku", "name", "price", "stockQuantity", "status"],
  settings: { key: "sku" as const },
};

/** Orders meet products that are there: one of a SKU, and two of another. */
const STOCKED: ImportedFile = {
  noun: "products",
  columns: ["product", "name", "sku"],
  settings: { key: "product" },
  rows: [
    ["11", "Sambal", "S-1"],
    ["12", "Kuih", "S-2"],
    ["13", "Kuih raya", "S-2"],
  ],
};

const fileOf = (noun: Omit<ImportedFile, "rows">, row: fc.Arbitrary<string[]>) =>
  fc.record({
    noun: fc.constant(noun.noun),
    columns: fc.constant(noun.columns),
    settings: fc.constant(noun.settings),
    rows: fc.array(row, { minLength: 1, maxLength: 7 }),
    partRows: fc.integer({ min: 1, max: 4 }),
  });
const stories = fc.oneof(
  fc.tuple(fileOf(ORDERS, orderRow), fileOf(ORDERS, orderRow)),
  fc.tuple(fileOf(PRODUCTS, productRow), fileOf(PRODUCTS, productRow)),
);

/** All that is listed, without ids, times and versions of our own. */
async function picture({ orgId }: TestMember) {
  const read = async (statement: string) => (await owner.query(statement, [orgId])).rows;
  return {
    products: await read(
      `SELECT sku, name, price_minor, status, stock, stock_quantity FROM products
       WHERE org_id = $1 AND deleted_at IS NULL ORDER BY sku`,
    ),
    orders: await read(
      `SELECT o.number, o.status, o.source_status, o.currency, o.total_minor, o.paid_minor, o.refunded_minor, o.placed_at,
         o.contact, c.name, (SELECT jsonb_agg(jsonb_build_array(i.name, i.sku, i.product_external_id, i.quantity, i.total_minor) ORDER BY position)
           FROM order_items i WHERE (i.org_id, i.order_id) = (o.org_id, o.id)) AS items,
         (SELECT jsonb_agg(s.status ORDER BY s.at, s.status) FROM order_status_changes s
           WHERE (s.org_id, s.order_id) = (o.org_id, o.id)) AS statuses
       FROM orders o LEFT JOIN customers c ON (c.org_id, c.id) = (o.org_id, o.customer_id)
       WHERE o.org_id = $1 AND o.deleted_at IS NULL ORDER BY o.number`,
    ),
    customers: await read(
      `SELECT name, email, phone, orders_count, last_order_at, (SELECT array_agg(kind || value ORDER BY kind, value)
         FROM identities i WHERE (i.org_id, i.customer_id) = (c.org_id, c.id)) AS identities
       FROM customers c WHERE org_id = $1 AND deleted_at IS NULL ORDER BY name, email, phone`,
    ),
  };
}

async function expectCounted({ orgId }: TestMember) {
  const { rows } = await owner.query("SELECT id FROM customers WHERE org_id = $1", [orgId]);
  const ids = rows.map(({ id }) => id);
  expect(await inOrgTransaction(database.url, orgId, (tx) => recountCustomers(tx, ids))).toBe(0);
}

async function bring(member: TestMember, file: ImportedFile, isCrashing = false) {
  const importId = await bringFile(member, file);
  const run = isCrashing ? { run: crashingJobs(database, STEPS) } : {};
  await workOn(database, member, { importId, intent: "rehearse", ...run });
  await workOn(database, member, { importId, intent: "run", ...run });
  const { rows } = await owner.query("SELECT counts, rehearsal FROM imports WHERE id = $1", [importId]);
  expect(rows[0].rehearsal.counts).toEqual(rows[0].counts);
  await expectCounted(member);
  const undo = () => workOn(database, member, { importId, intent: "undo", ...run });
  return { undo, counts: rows[0].counts };
}

const STEPS = {
  import_rehearsal: importRehearsalStep,
  import_run: importRunStep,
  import_undo: ((tools, job) => undoRows(tools, job, 2)) satisfies typeof importRunStep,
};

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

test("whatever a file of orders or products says, its rehearsal is its run, it says nothing new twice, and undo takes all of it back, with crashes everywhere too", async () => {
  const story = async ([first, second]: readonly ImportedFile[], isCrashing: boolean) => {
    if (!first || !second) throw new Error("a story has two files");
    const member = await createMember(database);
    if (first.noun === "orders") await bring(member, STOCKED);
    await bring(member, first, isCrashing);
    const before = await picture(member);
    const { undo, counts } = await bring(member, second, isCrashing);
    const after = await picture(member);
    await undo();
    await expectCounted(member);
    expect(await picture(member)).toEqual(before);
    return { before, after, counts };
  };
  await fc.assert(
    fc.asyncProperty(stories, async (files) => {
      const clean = await story(files, false);
      expect(await story(files, true)).toEqual(clean);
      const member = await createMember(database);
      if (files[0].noun === "orders") await bring(member, STOCKED);
      for (const file of [files[0], files[1], files[1]]) await bring(member, file);
      expect(await picture(member)).toEqual(clean.after);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 300_000);
