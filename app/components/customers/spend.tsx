import { useFormat } from "~/i18n/use-format";
import { Money } from "../ui/money";

type SpendProps = {
  spend: readonly { currency: string; netMinor: number }[];
  /** Shown first: the organization's own currency. */
  currency: string;
};

/** What was spent, the organization's currency first, the others only counted: sums of currencies say nothing. */
export function Spend({ spend, currency }: SpendProps) {
  const format = useFormat();
  const [first, ...others] = spend.toSorted(
    (a, b) => Number(b.currency === currency) - Number(a.currency === currency),
  );
  if (!first) return <span className="text-faint">–</span>;
  const all = others.map((one) => format.money(one.netMinor, one.currency)).join(", ");
  return (
    <>
      <Money minor={first.netMinor} currency={first.currency} />
      {others.length > 0 && (
        <span className="ml-1.5 text-sm text-muted" title={all}>
          +{others.length}
          <span className="sr-only"> ({all})</span>
        </span>
      )}
    </>
  );
}
