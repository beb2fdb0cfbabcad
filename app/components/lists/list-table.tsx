import { type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../ui/checkbox";
import { cn } from "../ui/cn";
import { Cell, Row } from "../ui/table";
import type { ListColumn } from "./list-columns";
import { useList } from "./list-context";
import { ListHeaderCell } from "./list-header-cell";
import { useKeepLayout } from "./use-keep-layout";
import type { SelectionState } from "./use-selection";

type ListTableProps<T extends { id: string }> = {
  caption: string;
  rows: T[];
  columns: ListColumn<T>[];
  selection: SelectionState;
  /** What a row is called by those who hear its checkbox. */
  nameOf: (row: T) => string;
};

const CHECK_WIDTH = 44;
const STUCK =
  "@xl:sticky @xl:z-[5] @xl:bg-surface @xl:group-hover/row:bg-hover @xl:group-aria-selected/row:bg-brand-surface";

/**
 * A list's rows: the header and the record's name stay in sight while the card
 * scrolls. Where there is little room each row is a card of two lines.
 */
export function ListTable<T extends { id: string }>(props: ListTableProps<T>) {
  const { caption, rows, columns, selection, nameOf } = props;
  const { t } = useTranslation("lists");
  const { params, setting } = useList();
  const [dragged, setDragged] = useState<Record<string, number>>({});
  const keep = useKeepLayout();
  const widths = { ...setting.widths, ...dragged };
  const widthOf = ({ name, width }: ListColumn<T>) => widths[name] ?? width;
  const total = columns.reduce((sum, column) => sum + widthOf(column), CHECK_WIDTH);
  const density = params.density ?? setting.density;
  return (
    <div data-density={density} className="@container">
      <div
        className="@xl:max-h-[max(24rem,calc(100dvh-16rem))] @xl:overflow-auto @xl:rounded-card"
        data-list-scroll=""
      >
        <table
          className="block w-full border-separate border-spacing-0 text-base @xl:table @xl:w-[max(100%,var(--list-width))] @xl:table-fixed"
          style={{ "--list-width": `${total}px` } as React.CSSProperties}
        >
          <caption className="sr-only">{caption}</caption>
          <colgroup className="max-sm:hidden">
            <col style={{ width: CHECK_WIDTH }} />
            {columns.map((column) => (
              <col key={column.name} style={{ width: widthOf(column) }} />
            ))}
          </colgroup>
          <thead className="hidden @xl:table-header-group">
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-20 h-9 border-b border-line bg-surface pl-5 text-left"
              >
                <Checkbox
                  aria-label={t("selection.page")}
                  checked={selection.isPageSelected}
                  onChange={selection.togglePage}
                />
              </th>
              {columns.map((column, i) => (
                <ListHeaderCell
                  key={column.name}
                  column={column}
                  isFirst={i === 0}
                  columns={columns}
                  width={widthOf(column)}
                  onResize={(width, isDone) => {
                    setDragged((known) => ({ ...known, [column.name]: width }));
                    if (isDone) keep({ widths: JSON.stringify({ ...widths, [column.name]: width }) });
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody className="block @xl:table-row-group">
            {rows.map((row) => (
              <Row
                key={row.id}
                isSelected={selection.has(row.id)}
                onClick={openRow}
                className="group/row scroll-mt-9 grid-cols-[auto_minmax(0,1fr)_auto]! @xl:cursor-pointer"
              >
                <td
                  className={cn(
                    "relative z-[1] max-xl:pr-0 @max-xl:row-span-2 @max-xl:self-center @xl:left-0 @xl:border-b @xl:border-line @xl:pl-5 @xl:[tr:last-child>&]:border-b-0",
                    STUCK,
                  )}
                >
                  <Checkbox
                    aria-label={t("selection.row", { name: nameOf(row) })}
                    checked={selection.has(row.id)}
                    onChange={() => undefined}
                    onClick={(event) => {
                      event.stopPropagation();
                      selection.toggle(row.id, event.shiftKey);
                    }}
                  />
                </td>
                {columns.map((column, i) => (
                  <Cell
                    key={column.name}
                    isNumeric={column.isNumeric ?? false}
                    phone={column.phone ?? "hide"}
                    className={cn(
                      "@xl:max-w-none!",
                      column.isMuted && "text-muted",
                      i === 0 && cn("@xl:left-11 @xl:pl-1!", STUCK),
                    )}
                  >
                    {column.render(row)}
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** A press anywhere on a row opens its record, unless it is on something of its own or selects text. */
function openRow(event: MouseEvent<HTMLTableRowElement>): void {
  if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
  if (event.target.closest("a,button,input,label,select,textarea,[role=dialog],[role=menu]")) return;
  if (window.getSelection()?.type === "Range") return;
  const link = event.currentTarget.querySelector<HTMLElement>("[data-row-link]");
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(
    new window.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}
