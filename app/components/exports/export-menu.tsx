import { Download } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ListQuery } from "~/domain/filters/list-query.schema";
import type { Noun } from "~/domain/filters/nouns";
import { Button } from "../ui/button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "../ui/dropdown-menu";

type ExportMenuProps = {
  /** Where to: `/o/kedai`. */
  base: string;
  noun: Noun;
  /** Chosen rows, or all that a list shows. */
  rows: { ids: readonly string[] } | { query: ListQuery };
  /** Names of the columns that are shown; without them only all columns are offered. */
  columns?: readonly string[];
};

/** Takes rows of a list along as CSV or Excel. Not a page: the browser asks for the file itself. */
export function ExportMenu({ base, noun, rows, columns }: ExportMenuProps) {
  const { t } = useTranslation("sales");
  const form = useRef<HTMLFormElement>(null);
  const send = (format: string, chosen: readonly string[] | undefined) => {
    if (!form.current) return;
    for (const [name, value] of [
      ["format", format] as const,
      ["columns", chosen?.join(",") ?? ""] as const,
    ]) {
      const field = form.current.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.current.submit();
  };
  const items = (chosen: readonly string[] | undefined) =>
    (["csv", "xlsx"] as const).map((value) => (
      <MenuItem key={value} onSelect={() => send(value, chosen)}>
        {t(`export.${value}`)}
      </MenuItem>
    ));
  return (
    <form method="post" action={`${base}/exports/new`} ref={form} data-export-list>
      <input type="hidden" name="format" />
      <input type="hidden" name="columns" defaultValue={columns?.join(",") ?? ""} />
      <input type="hidden" name="noun" value={noun} />
      {"ids" in rows ? (
        <input type="hidden" name="ids" value={rows.ids.join(",")} />
      ) : (
        <input type="hidden" name="query" value={JSON.stringify(rows.query)} />
      )}
      <Menu>
        <MenuTrigger asChild>
          <Button size="small" variant="ghost">
            <Download aria-hidden="true" />
            <span className="max-sm:sr-only">{t("export.button")}</span>
          </Button>
        </MenuTrigger>
        <MenuContent>
          {columns && (
            <>
              <MenuLabel>{t("export.shown")}</MenuLabel>
              {items(columns)}
              <MenuSeparator />
              <MenuLabel>{t("export.all")}</MenuLabel>
            </>
          )}
          {items(undefined)}
        </MenuContent>
      </Menu>
    </form>
  );
}
