import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { findField } from "~/domain/filters/catalogue";
import { OPS, type Op, operandOf, opsOf } from "~/domain/filters/filter-ops";
import type { Clause } from "~/domain/filters/filter-tree";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { FilterValue } from "./filter-value";
import { useList } from "./list-context";
import { useFilterWords } from "./use-filter-words";
import { useFilterFields, useNewClause } from "./use-new-clause";

type FilterClauseProps = { clause: Clause; onChange: (clause: Clause) => void; onRemove: () => void };

/** One condition: field, how it is compared, and with what. */
export function FilterClause({ clause, onChange, onRemove }: FilterClauseProps) {
  const { t } = useTranslation("lists");
  const { noun } = useList();
  const words = useFilterWords();
  const fields = useFilterFields();
  const newClause = useNewClause();
  const found = findField(noun, clause.field);
  const ops = found ? opsOf(found) : [];
  const changeOp = (op: Op) => {
    const isSameKind = operandOf(op) === operandOf(clause.op);
    onChange(isSameKind ? { ...clause, op } : newClause(clause.field, op));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2 rounded-control border border-line bg-surface p-2">
      <Select
        size="small"
        aria-label={t("filter.field")}
        value={clause.field}
        onChange={({ target }) => onChange(newClause(target.value))}
      >
        {!fields.includes(clause.field) && (
          <option value={clause.field}>{words.fieldLabel(clause.field)}</option>
        )}
        {fields.map((name) => (
          <option key={name} value={name}>
            {words.fieldLabel(name)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={t("filter.op")}
        value={clause.op}
        onChange={({ target }) => {
          const op = OPS.find((name) => name === target.value);
          if (op) changeOp(op);
        }}
      >
        {ops.map((op) => (
          <option key={op} value={op}>
            {words.opLabel({ op, field: clause.field })}
          </option>
        ))}
      </Select>
      <Button variant="ghost" size="icon-small" aria-label={t("filter.removeClause")} onClick={onRemove}>
        <X aria-hidden="true" />
      </Button>
      {operandOf(clause.op) !== "none" && (
        <div className="col-span-2">
          <FilterValue clause={clause} onChange={onChange} />
        </div>
      )}
    </div>
  );
}
