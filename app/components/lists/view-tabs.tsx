import { Link } from "@remix-run/react";
import { Lock } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { SORTS, usualOrder } from "~/domain/filters/list-sorts";
import { differsFrom, listSearch, type ViewState, viewSearch } from "~/domain/views/list-address";
import { Button } from "../ui/button";
import { tabListStyles, tabStyles } from "../ui/tab-styles";
import { useList } from "./list-context";
import { useChangeView } from "./use-change-view";

const ViewMenu = lazy(() => import("./view-menu").then((file) => ({ default: file.ViewMenu })));
const ViewDialog = lazy(() => import("./view-dialog").then((file) => ({ default: file.ViewDialog })));

/** The list's saved views as tabs, and what can be done with what is shown now. */
export function ViewTabs() {
  const { t } = useTranslation("lists");
  const { noun, params, setting } = useList();
  const [isNaming, setNaming] = useState(false);
  const active = setting.views.find(({ id }) => id === params.view) ?? null;
  const sort = SORTS[noun][0];
  const usual: ViewState = { filter: null, sort, order: usualOrder(sort), columns: null, density: null };
  const kept = active?.state ?? usual;
  // How the list is arranged outside of a view is kept as it is changed.
  const shown = active ? params : { ...params, columns: null, density: null };
  const isChanged = differsFrom(noun, kept, shown);
  const isAllDefault = setting.views.length > 0 && setting.defaultViewId !== null;
  if (setting.views.length === 0 && !isChanged) return null;
  return (
    <div className="mb-3 flex items-end justify-between gap-3 border-b border-line">
      <nav aria-label={t("views.label")} className={`${tabListStyles} min-w-0 border-b-0!`}>
        <Link
          to={isAllDefault ? "?view=all" : "?"}
          className={tabStyles}
          aria-current={active ? undefined : "page"}
        >
          {t("views.all")}
          {!active && isChanged && <ChangedMark />}
        </Link>
        {setting.views.map((view) => (
          <Link
            key={view.id}
            to={viewSearch(noun, view)}
            className={tabStyles}
            aria-current={view === active ? "page" : undefined}
          >
            <span className="max-w-48 truncate">{view.name}</span>
            {!view.isShared && <Lock aria-label={t("views.private")} className="size-3 text-faint" />}
            {view === active && isChanged && <ChangedMark />}
          </Link>
        ))}
      </nav>
      <span className="flex shrink-0 items-center gap-1 pb-1">
        {isChanged && (
          <Link
            to={
              active
                ? viewSearch(noun, active)
                : listSearch(noun, { ...usual, view: isAllDefault ? "all" : null })
            }
            className="px-2 text-sm text-muted hover:text-ink max-sm:hidden"
          >
            {t("views.reset")}
          </Link>
        )}
        {isChanged && active?.mayEdit && <SaveButton id={active.id} />}
        {isChanged && (
          <Button size="small" onClick={() => setNaming(true)}>
            {t("views.saveAs")}
          </Button>
        )}
        {active && (
          <Suspense>
            <ViewMenu view={active} />
          </Suspense>
        )}
      </span>
      {isNaming && (
        <Suspense>
          <ViewDialog view={null} onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </div>
  );
}

function ChangedMark() {
  const { t } = useTranslation("lists");
  return (
    <span className="size-1.5 rounded-full bg-brand" title={t("views.changed")}>
      <span className="sr-only">{t("views.changed")}</span>
    </span>
  );
}

function SaveButton({ id }: { id: string }) {
  const { t } = useTranslation("lists");
  const { change, isPending } = useChangeView();
  return (
    <Button size="small" isLoading={isPending} onClick={() => change({ intent: "save", id })}>
      {t("views.save")}
    </Button>
  );
}
