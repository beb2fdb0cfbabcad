import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { DragEvent } from "react";
import { usualOrder } from "~/domain/filters/list-sorts";
import { cn } from "../ui/cn";
import { ColumnHandle } from "./column-handle";
import type { ListColumn } from "./list-columns";
import { useList } from "./list-context";
import { useChooseColumns } from "./use-choose-columns";

type ListHeaderCellProps<T> = {
  column: ListColumn<T>;
  columns: readonly ListColumn<T>[];
  /** Names the record: it neither moves nor goes. */
  isFirst: boolean;
  width: number;
  onResize: (width: number, isDone: boolean) => void;
};

const DRAG_TYPE = "application/x-orucrm-column";

/** A column's name: a press sorts, dragging moves the column, its edge changes its width. */
export function ListHeaderCell<T>({ column, columns, isFirst, width, onResize }: ListHeaderCellProps<T>) {
  const { params } = useList();
  const choose = useChooseColumns();
  const { name, label, sort, isNumeric = false } = column;
  const isSorted = !params.q && sort !== undefined && params.sort === sort;
  const drop = (event: DragEvent) => {
    const moved = event.dataTransfer.getData(DRAG_TYPE);
    if (!moved || moved === name) return;
    event.preventDefault();
    const names = columns.slice(1).map((one) => one.name);
    const rest = names.filter((one) => one !== moved);
    const at = isFirst ? 0 : rest.indexOf(name) + (names.indexOf(moved) < names.indexOf(name) ? 1 : 0);
    choose([...rest.slice(0, at), moved, ...rest.slice(at)]);
  };
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (params.order === "asc" ? "ascending" : "descending") : undefined}
      draggable={!isFirst}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, name)}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAG_TYPE) && event.preventDefault()}
      onDrop={drop}
      className={cn(
        "group/head sticky top-0 z-10 h-9 border-b border-line bg-surface px-3 text-sm font-medium whitespace-nowrap text-muted last:pr-5",
        isFirst && "left-11 z-20 pl-1",
        isNumeric ? "text-right" : "text-left",
      )}
    >
      {sort && !params.q ? (
        <SortLink column={column} sort={sort} isSorted={isSorted} />
      ) : (
        <span className="block truncate">{label}</span>
      )}
      <ColumnHandle label={label} width={width} onResize={onResize} />
    </th>
  );
}

function SortLink<T>({ column, sort, isSorted }: { column: ListColumn<T>; sort: string; isSorted: boolean }) {
  const { params, to } = useList();
  const turned = params.order === "asc" ? "desc" : "asc";
  const Icon = params.order === "asc" ? ArrowUp : ArrowDown;
  return (
    <Link
      to={to({ sort, order: isSorted ? turned : usualOrder(sort) })}
      replace
      draggable={false}
      // The arrow stands on the inner side, so that the word keeps the column's edge.
      className={cn(
        "group inline-flex max-w-full items-center gap-1 rounded-small align-top hover:text-ink",
        column.isNumeric && "flex-row-reverse",
        isSorted && "text-ink",
      )}
    >
      <span className="truncate">{column.label}</span>
      <Icon
        aria-hidden="true"
        className={cn("size-3.5 shrink-0", !isSorted && "opacity-0 group-hover:opacity-60")}
      />
    </Link>
  );
}
