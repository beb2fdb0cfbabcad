import { Download } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ListQuery } from "~/domain/filters/list-query.schema";
import type { Noun } from "~/domain/filters/nouns";
import { Button } from "../ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/dropdown-menu";

type ExportMenuProps = {
  /** Where to: `/o/kedai`. */
  base: string;
  noun: Noun;
  /** Chosen rows, or all that a list shows. */
  rows: { ids: readonly string[] } | { query: ListQuery };
  /** Names of the columns; all of them when left out. */
  columns?: readonly string[];
};

/** Takes rows of a list along as CSV or Excel. Not a page: the browser asks for the file itself. */
export function ExportMenu({ base, noun, rows, columns }: ExportMenuProps) {
  const { t } = useTranslation("sales");
  const format = useRef<HTMLInputElement>(null);
  const send = (value: string) => {
    if (!format.current?.form) return;
    format.current.value = value;
    format.current.form.submit();
  };
  return (
    <form method="post" action={`${base}/exports/new`}>
      <input type="hidden" name="format" ref={format} />
      <input type="hidden" name="noun" value={noun} />
      {columns && <input type="hidden" name="columns" value={columns.join(",")} />}
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
          {(["csv", "xlsx"] as const).map((value) => (
            <MenuItem key={value} onSelect={() => send(value)}>
              {t(`export.${value}`)}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </form>
  );
}
