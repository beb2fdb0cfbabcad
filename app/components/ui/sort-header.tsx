import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "./cn";
import { HeaderCell } from "./table";

type SortHeaderProps = {
  label: string;
  /** The URL that sorts by this column, or turns the order round. */
  to: string;
  /** How the list is sorted by this column now. */
  order: "ascending" | "descending" | null;
  isNumeric?: boolean;
  isSpare?: boolean;
};

/** A column's name that sorts the list; the order is in the URL. */
export function SortHeader({ label, to, order, isNumeric = false, isSpare }: SortHeaderProps) {
  const Icon = order === "ascending" ? ArrowUp : ArrowDown;
  return (
    <HeaderCell isNumeric={isNumeric} isSpare={isSpare} aria-sort={order ?? "none"}>
      <Link
        to={to}
        replace
        // The arrow stands on the inner side, so that the word keeps the column's edge.
        className={cn(
          "group inline-flex items-center align-top gap-1 rounded-small hover:text-ink",
          isNumeric && "flex-row-reverse",
          order && "text-ink",
        )}
      >
        {label}
        <Icon aria-hidden="true" className={cn("size-3.5", !order && "opacity-0 group-hover:opacity-60")} />
      </Link>
    </HeaderCell>
  );
}
