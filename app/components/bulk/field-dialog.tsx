import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkAct } from "~/domain/bulk/bulk.schema";
import type { BulkField } from "~/domain/bulk/bulk-choices-queries.server";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { FieldValueInput } from "./field-value-input";

type FieldDialogProps = {
  fields: BulkField[];
  onAct: (act: BulkAct) => void;
  onClose: () => void;
};

/** Which custom field of the selected customers is filled in or emptied. */
export default function FieldDialog({ fields, onAct, onClose }: FieldDialogProps) {
  const { t } = useTranslation("bulk");
  const [fieldId, setFieldId] = useState(fields[0]?.id ?? "");
  const [value, setValue] = useState("");
  const field = fields.find(({ id }) => id === fieldId);
  if (!field) return null;
  const choose = (id: string) => {
    setFieldId(id);
    setValue("");
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("field.title")}
      description={t("undoHint")}
      size="small"
      footer={
        <>
          {!field.isRequired && (
            <Button onClick={() => onAct({ kind: "clear_field", fieldId })}>{t("field.clear")}</Button>
          )}
          <Button
            variant="primary"
            disabled={value.trim() === ""}
            onClick={() => onAct({ kind: "set_field", fieldId, value })}
          >
            {t("field.set")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field id="bulk-field" label={t("field.label")}>
          {(control) => (
            <Select {...control} value={fieldId} onChange={(event) => choose(event.target.value)}>
              {fields.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="bulk-value" label={t("field.value")}>
          {(control) => <FieldValueInput {...control} field={field} value={value} onChange={setValue} />}
        </Field>
      </div>
    </Dialog>
  );
}
