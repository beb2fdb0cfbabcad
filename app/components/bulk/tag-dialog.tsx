import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkAct } from "~/domain/bulk/bulk.schema";
import type { BulkChoices } from "~/domain/bulk/bulk-choices-queries.server";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

type TagDialogProps = {
  tags: BulkChoices["tags"];
  onAct: (act: BulkAct) => void;
  onClose: () => void;
};

/** Which tag the selected customers get or lose. */
export default function TagDialog({ tags, onAct, onClose }: TagDialogProps) {
  const { t } = useTranslation("bulk");
  const [tagId, setTagId] = useState(tags[0]?.id ?? "");
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("tag.title")}
      description={t("undoHint")}
      size="small"
      footer={
        <>
          <Button onClick={() => onAct({ kind: "remove_tag", tagId })}>{t("tag.remove")}</Button>
          <Button variant="primary" onClick={() => onAct({ kind: "add_tag", tagId })}>
            {t("tag.add")}
          </Button>
        </>
      }
    >
      <Field id="bulk-tag" label={t("tag.label")}>
        {(control) => (
          <Select {...control} value={tagId} onChange={(event) => setTagId(event.target.value)}>
            {tags.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Dialog>
  );
}
