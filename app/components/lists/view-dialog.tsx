import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedView } from "~/domain/views/views-queries.server";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useList } from "./list-context";
import { useChangeView } from "./use-change-view";

/** Names a new view, or an old one anew, and says who has it. */
export function ViewDialog({ view, onClose }: { view: ListedView | null; onClose: () => void }) {
  const { t } = useTranslation("lists");
  const { setting } = useList();
  const id = useId();
  const [name, setName] = useState(view?.name ?? "");
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const { change, isPending } = useChangeView(onClose);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    change(view ? { intent: "rename", id: view.id, name, isShared } : { intent: "create", name, isShared });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="small"
      title={t(view ? "views.rename" : "views.saveAs")}
      footer={
        <>
          <Button onClick={onClose}>{t("common:actions.cancel")}</Button>
          <Button variant="primary" type="submit" form={id} isLoading={isPending}>
            {t("views.save")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={save} className="grid gap-3">
        <Field id={`${id}-name`} label={t("views.name")}>
          {(control) => (
            <Input
              {...control}
              value={name}
              required
              maxLength={60}
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        {setting.mayShare && (
          <Checkbox
            label={t("views.share")}
            checked={isShared}
            onChange={({ target }) => setShared(target.checked)}
          />
        )}
      </form>
    </Dialog>
  );
}
