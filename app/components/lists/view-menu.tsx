import { MoreHorizontal, Pencil, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedView } from "~/domain/views/views-queries.server";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/dropdown-menu";
import { useList } from "./list-context";
import { useChangeView } from "./use-change-view";
import { ViewDialog } from "./view-dialog";

/** What can be done with a saved view. */
export function ViewMenu({ view }: { view: ListedView }) {
  const { t } = useTranslation("lists");
  const { setting } = useList();
  const [open, setOpen] = useState<"rename" | "delete" | null>(null);
  const { change } = useChangeView();
  const isDefault = setting.defaultViewId === view.id;
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button variant="ghost" size="icon-small" aria-label={t("views.menu", { name: view.name })}>
            <MoreHorizontal aria-hidden="true" />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem
            icon={Star}
            onSelect={() => change({ intent: "default", id: isDefault ? "all" : view.id })}
          >
            {t(isDefault ? "views.notDefault" : "views.makeDefault")}
          </MenuItem>
          {view.mayEdit && (
            <MenuItem icon={Pencil} onSelect={() => setOpen("rename")}>
              {t("views.rename")}
            </MenuItem>
          )}
          {view.mayEdit && (
            <MenuItem icon={Trash2} tone="danger" onSelect={() => setOpen("delete")}>
              {t("views.delete")}
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      {open === "rename" && <ViewDialog view={view} onClose={() => setOpen(null)} />}
      {open === "delete" && <DeleteView view={view} onClose={() => setOpen(null)} />}
    </>
  );
}

function DeleteView({ view, onClose }: { view: ListedView; onClose: () => void }) {
  const { t } = useTranslation("lists");
  const { change, isPending } = useChangeView(onClose);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="small"
      title={t("views.deleteTitle", { name: view.name })}
      description={t(view.isShared ? "views.deleteShared" : "views.deleteOwn")}
      footer={
        <>
          <Button onClick={onClose}>{t("common:actions.cancel")}</Button>
          <Button
            variant="danger"
            isLoading={isPending}
            onClick={() => change({ intent: "delete", id: view.id })}
          >
            {t("views.delete")}
          </Button>
        </>
      }
    />
  );
}
