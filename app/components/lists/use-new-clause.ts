import { fieldNamesOf, findField } from "~/domain/filters/catalogue";
import { type Op, operandOf, opsOf } from "~/domain/filters/filter-ops";
import type { Clause } from "~/domain/filters/filter-tree";
import { useList } from "./list-context";

const USUAL_DAYS = 30;

/** The fields that a list's builder offers: the noun's, then the organization's own. */
export function useFilterFields(): string[] {
  const { noun, choices } = useList();
  const own = fieldNamesOf(noun);
  const shown = own.filter((name) => choices.seesContacts || !findField(noun, name)?.needsContacts);
  return [...shown, ...choices.fields.map(({ name }) => name)];
}

/** Makes a condition on a field, ready to be filled in. */
export function useNewClause() {
  const { noun, choices } = useList();
  const [first = ""] = useFilterFields();
  return (field = first, op?: Op): Clause => {
    const found = findField(noun, field);
    const [usual = "is"] = found ? opsOf(found) : [];
    const used = op ?? usual;
    const operand = operandOf(used);
    const currency = found?.type === "money" && operand !== "none" ? { currency: choices.currency } : {};
    if (operand === "none") return { field, op: used };
    if (operand === "days") return { field, op: used, value: USUAL_DAYS };
    if (found?.type === "boolean") return { field, op: used, value: true };
    return { field, op: used, ...currency, value: operand === "one" ? "" : [] };
  };
}
