import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createField } from "../../../tests/factories/field-rows";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads } from "../../../tests/setup/explain";
import type { FieldType } from "./field-types";

const database = await createTestDatabase();
const { owner } = database;
const member = await createMember(database);
const GOLD = "00000000-0000-7000-8000-000000000001";

type Case = { type: FieldType; column: string; currency?: string; is: SQL; index: string };

/** What each type is compared by, with a condition that few rows meet. */
const CASES: Case[] = [
  { type: "text", column: "folded_value", is: sql`folded_value = 'v77'`, index: "text" },
  { type: "url", column: "folded_value", is: sql`starts_with(folded_value, 'v777')`, index: "text" },
  {
    type: "number",
    column: "number_value",
    is: sql`number_value between 70 and 90 and currency is null`,
    index: "number",
  },
  {
    type: "money",
    column: "number_value",
    currency: "MYR",
    is: sql`number_value > 11990 and currency = 'MYR'`,
    index: "money",
  },
  { type: "date", column: "date_value", is: sql`date_value = '2001-02-03'::date`, index: "date" },
  { type: "yes_no", column: "yes_value", is: sql`yes_value = true`, index: "yes" },
  { type: "choice", column: "option_id", is: sql`option_id = ${GOLD}::uuid`, index: "option" },
];
const fieldIds = new Map<FieldType, string>();

const VALUES: Record<string, string> = {
  folded_value: "'v' || n",
  number_value: "n",
  date_value: "'2000-01-01'::date + n",
  yes_value: "n % 2000 = 0",
  option_id: `CASE WHEN n % 2000 = 0 THEN '${GOLD}'::uuid ELSE gen_random_uuid() END`,
};

beforeAll(async () => {
  await owner.query(
    `INSERT INTO customers (org_id, id, name, sort_name)
     SELECT $1, gen_random_uuid(), 'c' || n, 'c' || n FROM generate_series(1, 12000) n`,
    [member.orgId],
  );
  for (const { type, column, currency } of CASES) {
    const { id } = await createField(database, member.orgId, { type });
    fieldIds.set(type, id);
    await owner.query(
      `INSERT INTO custom_field_values (org_id, customer_id, field_id, ${column}, currency, source, set_at)
       SELECT org_id, id, $2, ${VALUES[column]}, $3, 'person', now()
       FROM (SELECT org_id, id, (row_number() OVER ())::int AS n FROM customers WHERE org_id = $1) c`,
      [member.orgId, id, currency ?? null],
    );
  }
  await owner.query("ANALYZE customers, custom_field_values");
});

const plan = async (query: SQL) => {
  const ctx = member.context("customers.view");
  const [found] = await explainReads(database, member.orgId, ctx, ({ db }) => db.read(db.orm.execute(query)));
  return found;
};

describe("under row-level security, as the app", () => {
  test.each(CASES.map((one) => [one.type, one] as const))(
    "a %s field is filtered by its index",
    async (type, { is, index }) => {
      const found = await plan(sql`select customer_id from custom_field_values
      where field_id = ${fieldIds.get(type)}::uuid and ${is}`);
      expect(found?.indexes).toEqual([`custom_field_values_${index}_idx`]);
    },
  );

  test.each(CASES.map((one) => [one.type, one] as const))(
    "a page sorted by a %s field is read in the index's order",
    async (type, one) => {
      const column = sql.raw(one.column);
      const currency = one.currency
        ? sql`and currency = 'MYR'`
        : one.column === "number_value"
          ? sql`and currency is null`
          : sql``;
      const found = await plan(sql`select customer_id from custom_field_values
      where field_id = ${fieldIds.get(type)}::uuid and ${column} is not null ${currency}
      order by ${column} desc, customer_id desc limit 50`);
      expect(found).toEqual({
        steps: expect.not.arrayContaining(["Sort"]),
        indexes: [`custom_field_values_${one.index}_idx`],
      });
    },
  );
});
