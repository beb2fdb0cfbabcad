import { useTranslation } from "react-i18next";
import type { TableLook } from "~/lib/files/look-at-table";
import { Banner } from "../ui/banner";
import { useColumnName } from "./use-column-name";

const SHOWN_ROWS = 8;

/** The first rows as they are read, so that one sees whether letters and columns are right. */
export function FilePreview({ look }: { look: TableLook }) {
  const { t } = useTranslation("imports");
  const columnName = useColumnName();
  const { columns, rows, notes } = look;
  const isDoubled = new Set(columns.filter(Boolean)).size < columns.filter(Boolean).length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {notes.hasUnreadable && <Banner tone="warn">{t("bring.unreadable")}</Banner>}
      {notes.hasMerged && <Banner tone="warn">{t("bring.merged")}</Banner>}
      {isDoubled && <Banner tone="info">{t("bring.doubled")}</Banner>}
      <section
        aria-label={t("bring.preview")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
        className="overflow-x-auto rounded-control border border-line"
      >
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{t("bring.preview")}</caption>
          <thead>
            <tr className="bg-sunken">
              {columns.map((name, at) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  key={at}
                  scope="col"
                  className="px-3 py-2 text-left font-medium whitespace-nowrap text-ink"
                >
                  {columnName(name, at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_ROWS).map((row, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={n} className="border-t border-line">
                {columns.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={at} className="max-w-56 truncate px-3 py-1.5 text-muted">
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
