import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { HeaderCell } from "./table";

type SortHeaderProps = {
  label: string;
  /** The URL that sorts by this column, or turns the order round. */
  to: string;
  /** How the list is sorted by this column now. */
  order: "ascending" | "descending" | null;
  isNumeric?: boolean;
};

/** A column's name that sorts the list; the order is in the URL. */
export function SortHeader({ label, to, order, isNumeric }: SortHeaderProps) {
  const Icon = order === "ascending" ? ArrowUp : ArrowDown;
  return (
    <HeaderCell isNumeric={isNumeric} aria-sort={order ?? "none"}>
      <Link to={to} replace className="group inline-flex items-center gap-1 rounded-small hover:text-ink">
        {label}
        <Icon
          aria-hidden="true"
          className={order ? "size-3.5" : "size-3.5 opacity-0 group-hover:opacity-60"}
        />
      </Link>
    </HeaderCell>
  );
}
