import fc from "fast-check";
import { fieldNamesOf, findField } from "~/domain/filters/catalogue";
import { type Field, type Op, operandOf, opsOf } from "~/domain/filters/filter-ops";
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
      return fc.constantFrom(1, 2, 23, 30, 365);
    case "pair":
      return fc.array(value, { minLength: 2, maxLength: 2 });
    case "list":
      return fc.array(value, { minLength: 1, maxLength: 3 });
    case "one":
      return value;
  }
}

function arbitraryValue({ type }: Field, pool: Pool): fc.Arbitrary<Scalar> {
  if (type === "boolean") return fc.boolean();
  if (type === "tags") return fc.constantFrom(...pool.choice);
  return fc.constantFrom<string | number>(...pool[type]);
}
