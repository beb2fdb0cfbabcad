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
 * The home of the work. The header sticks to the top of the page; where the table
 * has little room (phones, narrow columns) the header goes and each row becomes a
 * card of two lines, whose places the cells choose with `phone`.
 */
export function Table({ caption, density = "comfortable", className, children }: TableProps) {
  return (
    <div data-density={density} className={cn("@container", className)}>
      {/* Between the two-line cards and enough room, what is too wide scrolls; the header then stays where it is. */}
      <div className="@max-4xl:overflow-x-auto">
        <table className="block w-full border-separate border-spacing-0 text-base @xl:table">
          <caption className="sr-only">{caption}</caption>
          {children}
        </table>
      </div>
    </div>
  );
}

/** The header's one row. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="hidden @xl:table-header-group">
      <tr>{children}</tr>
    </thead>
  );
}

/** The rows. */
export function TableBody({ className, ...rest }: HTMLAttributes<HTMLTableSectionElement>) {
  return <tbody {...rest} className={cn("block @xl:table-row-group", className)} />;
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
        "last:border-b-0 hover:bg-hover aria-selected:bg-brand-surface @xl:table-row @xl:h-(--row-height) @xl:px-0 @xl:py-0",
        className,
      )}
    />
  );
}

/** A column that is dropped first where the table has little room. */
type Spare = { isSpare?: boolean };
const SPARE = "@xl:hidden @4xl:table-cell";

type HeaderCellProps = ThHTMLAttributes<HTMLTableCellElement> & Spare & { isNumeric?: boolean };

/** A column's name. `aria-sort` with a link inside when the column sorts. */
export function HeaderCell({ isNumeric, isSpare, className, ...rest }: HeaderCellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        "sticky top-0 z-10 h-9 border-b border-line bg-surface px-3 text-sm font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4 @xl:first:pl-5 @xl:last:pr-5",
        "first:rounded-tl-card last:rounded-tr-card",
        isNumeric ? "text-right" : "text-left",
        isSpare && SPARE,
        className,
      )}
    />
  );
}

/** Where a cell stands in the two-line card of a phone. */
export type PhonePlace = "title" | "value" | "detail" | "aside" | "hide";

const PHONE_PLACES: Record<PhonePlace, string> = {
  title: "@max-xl:order-1 @max-xl:font-medium",
  value: "@max-xl:order-2 @max-xl:text-right",
  detail: "@max-xl:order-3 @max-xl:text-sm @max-xl:text-muted",
  aside: "@max-xl:order-4 @max-xl:text-right @max-xl:text-sm @max-xl:text-muted",
  hide: "@max-xl:hidden",
};

type CellProps = TdHTMLAttributes<HTMLTableCellElement> & Spare & { isNumeric?: boolean; phone?: PhonePlace };

/** A value. Numbers are right-aligned with figures of one width. */
export function Cell({ isNumeric, isSpare, phone = "hide", className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={cn(
        "min-w-0 truncate @xl:max-w-72 @xl:border-b @xl:border-line @xl:px-3 @xl:first:pl-5 @xl:last:pr-5 @xl:[tr:last-child>&]:border-b-0",
        isNumeric && "figures @xl:text-right",
        PHONE_PLACES[phone],
        isSpare && SPARE,
        className,
      )}
    />
  );
}
