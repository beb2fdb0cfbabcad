import { useNavigate } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Density } from "~/domain/views/list-address";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Select } from "../ui/select";
import { Sheet } from "../ui/sheet";
import { useList } from "./list-context";
import { useChooseColumns } from "./use-choose-columns";
import { useKeepLayout } from "./use-keep-layout";

export type ViewOptionsProps = {
  /** All columns but the first, which always stands. */
  columns: { name: string; label: string }[];
  /** Names of those that are shown, in their order. */
  shown: string[];
  /** How the list can be sorted, also where there is no column to press. */
  sorts: { name: string; label: string }[];
  onClose: () => void;
};

/** Which columns a list shows and in what order, how close its rows stand, how it is sorted. */
export function ViewOptions({ columns, shown, sorts, onClose }: ViewOptionsProps) {
  const { t } = useTranslation("lists");
  const { params, setting, to } = useList();
  const navigate = useNavigate();
  const choose = useChooseColumns();
  const keep = useKeepLayout();
  const hidden = columns.filter(({ name }) => !shown.includes(name));
  const ordered = [...shown.flatMap((name) => columns.find((one) => one.name === name) ?? []), ...hidden];
  const move = (name: string, step: 1 | -1) => {
    const at = shown.indexOf(name);
    const next = shown.filter((one) => one !== name);
    next.splice(at + step, 0, name);
    choose(next);
  };
  const setDensity = (density: Density) => {
    navigate(to({ density }), { replace: true, preventScrollReset: true });
    if (!params.view || params.view === "all") keep({ density });
  };
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("options.title")}
      footer={<Button onClick={() => choose(null)}>{t("options.usual")}</Button>}
    >
      <div className="grid gap-5">
        <div className="grid grid-cols-2 gap-3">
          <Labelled label={t("options.sort")}>
            <Select
              size="small"
              disabled={params.q !== ""}
              value={`${params.sort} ${params.order}`}
              onChange={({ target }) => {
                const [sort = "", order] = target.value.split(" ");
                navigate(to({ sort, order: order === "asc" ? "asc" : "desc" }), { replace: true });
              }}
            >
              {sorts.flatMap(({ name, label }) =>
                (["desc", "asc"] as const).map((order) => (
                  <option key={name + order} value={`${name} ${order}`}>
                    {t(`options.${order}`, { name: label })}
                  </option>
                )),
              )}
            </Select>
          </Labelled>
          <Labelled label={t("options.density")}>
            <Select
              size="small"
              value={params.density ?? setting.density}
              onChange={({ target }) => setDensity(target.value === "compact" ? "compact" : "comfortable")}
            >
              <option value="comfortable">{t("options.comfortable")}</option>
              <option value="compact">{t("options.compact")}</option>
            </Select>
          </Labelled>
        </div>
        <fieldset>
          <legend className="mb-1 text-sm font-medium text-muted">{t("options.columns")}</legend>
          <ul className="grid">
            {ordered.map(({ name, label }) => {
              const at = shown.indexOf(name);
              return (
                <li key={name} className="flex min-h-9 items-center justify-between gap-2">
                  <Checkbox
                    label={label}
                    checked={at >= 0}
                    onChange={() => choose(at >= 0 ? shown.filter((one) => one !== name) : [...shown, name])}
                  />
                  {at >= 0 && (
                    <span className="flex">
                      <Button
                        variant="ghost"
                        size="icon-small"
                        disabled={at === 0}
                        aria-label={t("columns.earlier", { name: label })}
                        onClick={() => move(name, -1)}
                      >
                        <ArrowUp aria-hidden="true" />
                      </Button>
                      <Button
                        variant="ghost"
                        size="icon-small"
                        disabled={at === shown.length - 1}
                        aria-label={t("columns.later", { name: label })}
                        onClick={() => move(name, 1)}
                      >
                        <ArrowDown aria-hidden="true" />
                      </Button>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </fieldset>
      </div>
    </Sheet>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid gap-1 text-sm font-medium text-muted">
      {label}
      {children}
    </label>
  );
}
