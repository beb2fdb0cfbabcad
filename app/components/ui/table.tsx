import type { HTMLAttributes, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { cn } from "./cn";

type TableProps = {
  /** Read out before the table; not shown. */
  caption: string;
  density?: "comfortable" | "compact";
  className?: string;
  children: ReactNode;
};

/**
 * The home of the work. The header sticks to the top of the page; under 640 px
 * the header goes and each row becomes a card of two lines, whose places the
 * cells choose with `phone`.
 */
export function Table({ caption, density = "comfortable", className, children }: TableProps) {
  return (
    <table
      data-density={density}
      className={cn("block w-full border-separate border-spacing-0 text-base sm:table", className)}
    >
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

/** The header's one row. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="hidden sm:table-header-group">
      <tr>{children}</tr>
    </thead>
  );
}

/** The rows. */
export function TableBody({ className, ...rest }: HTMLAttributes<HTMLTableSectionElement>) {
  return <tbody {...rest} className={cn("block sm:table-row-group", className)} />;
}

type RowProps = HTMLAttributes<HTMLTableRowElement> & { isSelected?: boolean };

/** One record. Put a `RowLink` in its first cell and the whole row opens it. */
export function Row({ isSelected, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      aria-selected={isSelected}
      className={cn(
        "relative grid min-h-16 grid-cols-[minmax(0,1fr)_auto] content-center items-center gap-x-3 border-b border-line px-4 py-2.5",
        "last:border-b-0 hover:bg-hover aria-selected:bg-brand-surface sm:table-row sm:h-(--row-height) sm:px-0 sm:py-0",
        className,
      )}
    />
  );
}

type HeaderCellProps = ThHTMLAttributes<HTMLTableCellElement> & { isNumeric?: boolean };

/** A column's name. `aria-sort` with a link inside when the column sorts. */
export function HeaderCell({ isNumeric, className, ...rest }: HeaderCellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        "sticky top-0 z-10 h-9 border-b border-line bg-surface px-3 text-sm font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5",
        "first:rounded-tl-card last:rounded-tr-card",
        isNumeric ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

/** Where a cell stands in the two-line card of a phone. */
export type PhonePlace = "title" | "value" | "detail" | "aside" | "hide";

const PHONE_PLACES: Record<PhonePlace, string> = {
  title: "max-sm:order-1 max-sm:font-medium",
  value: "max-sm:order-2 max-sm:text-right",
  detail: "max-sm:order-3 max-sm:text-sm max-sm:text-muted",
  aside: "max-sm:order-4 max-sm:text-right max-sm:text-sm max-sm:text-muted",
  hide: "max-sm:hidden",
};

type CellProps = TdHTMLAttributes<HTMLTableCellElement> & { isNumeric?: boolean; phone?: PhonePlace };

/** A value. Numbers are right-aligned with figures of one width. */
export function Cell({ isNumeric, phone = "hide", className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={cn(
        "min-w-0 truncate sm:border-b sm:border-line sm:px-3 sm:first:pl-5 sm:last:pr-5 sm:[tr:last-child>&]:border-b-0",
        isNumeric && "figures sm:text-right",
        PHONE_PLACES[phone],
        className,
      )}
    />
  );
}
