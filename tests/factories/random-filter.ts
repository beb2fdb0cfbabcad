import fc from "fast-check";
import { fieldNamesOf, findField } from "~/domain/filters/catalogue";
import { type Field, type Op, type Operand, operandOf, opsOf } from "~/domain/filters/filter-ops";
import type { Clause, Filter, Rule } from "~/domain/filters/filter-tree";
import type { Noun } from "~/domain/filters/nouns";

/** Values to compare with, by type; few, so that they meet what rows hold. */
type Pool = {
  text: string[];
  number: number[];
  money: number[];
  date: string[];
  choice: string[];
  /** Custom fields by their names in filters. */
  fields: string[];
};

const DAYS = [1, 2, 23, 30, 365];

/** Filters that `findProblem` has nothing against. */
export function arbitraryFilter(noun: Noun, pool: Pool): fc.Arbitrary<Filter> {
  const clause = fc
    .constantFrom(...fieldNamesOf(noun), ...pool.fields)
    .chain((name) => arbitraryClause(name, findField(noun, name), pool));
  const { tree } = fc.letrec<{ tree: Rule; group: Rule }>((tie) => ({
    tree: fc.oneof({ maxDepth: 2, withCrossShrink: true }, clause, tie("group")),
    group: fc.record({
      match: fc.constantFrom("all", "any"),
      rules: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
    }),
  }));
  return fc.record({
    v: fc.constant(1 as const),
    match: fc.constantFrom("all", "any"),
    rules: fc.array(tree, { maxLength: 3 }),
  });
}

function arbitraryClause(field: string, found: Field | null, pool: Pool): fc.Arbitrary<Clause> {
  if (!found) throw new Error(`no field ${field}`);
  const compared = fc.record({
    op: fc.constantFrom(...opsOf(found)),
    currency: fc.constantFrom("MYR", "SGD"),
  });
  return compared.chain(({ op, currency }) => {
    const hasCurrency = found.type === "money" && operandOf(op) !== "none";
    const clause = { field, op, ...(hasCurrency && { currency }) };
    const operand = arbitraryOperand(op, arbitraryValue(found, pool));
    return operand ? operand.map((value): Clause => ({ ...clause, value })) : fc.constant<Clause>(clause);
  });
}

type Scalar = string | number | boolean;

function arbitraryOperand(op: Op, value: fc.Arbitrary<Scalar>): fc.Arbitrary<Scalar | Scalar[]> | null {
  switch (operandOf(op)) {
    case "none":
      return null;
    case "days":
      return fc.constantFrom(...DAYS);
    case "pair":
      return fc.array(value, { minLength: 2, maxLength: 2 });
    case "list":
      return fc.array(value, { minLength: 1, maxLength: 3 });
    case "one":
      return value;
  }
}

const arbitraryValue = (field: Field, pool: Pool) => fc.constantFrom(...valuesOf(field, pool));

function valuesOf({ type }: Field, pool: Pool): Scalar[] {
  if (type === "boolean") return [true, false];
  return type === "tags" ? pool.choice : pool[type];
}

/** Each field with each of its operators and each value of the pool. */
export function everyClause(noun: Noun, pool: Pool): Clause[] {
  return [...fieldNamesOf(noun), ...pool.fields].flatMap((field) => {
    const found = findField(noun, field);
    if (!found) throw new Error(`no field ${field}`);
    return opsOf(found).flatMap((op): Clause[] => {
      const operand = operandOf(op);
      const currency = found.type === "money" && operand !== "none" ? { currency: "MYR" } : {};
      return operandsOf(operand, valuesOf(found, pool)).map((value) => ({
        field,
        op,
        ...currency,
        ...value,
      }));
    });
  });
}

function operandsOf(operand: Operand, values: Scalar[]): { value?: Scalar | Scalar[] }[] {
  const next = (i: number): Scalar => values[(i + 1) % values.length] ?? "";
  switch (operand) {
    case "none":
      return [{}];
    case "days":
      return DAYS.map((value) => ({ value }));
    case "one":
      return values.map((value) => ({ value }));
    case "pair":
      return values.map((value, i) => ({ value: [value, next(i)] }));
    case "list":
      return values.flatMap((value, i) => [{ value: [value] }, { value: [value, next(i)] }]);
  }
}
