import { Link } from "@remix-run/react";
import { Minus, TrendingDown, TrendingUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

type FigureProps = {
  label: string;
  /** What is counted, over which time: shown on hover and focus of the label. */
  definition: string;
  value: ReactNode;
  /** Against what: `ratio` 0.12 is 12 % more; null when there is nothing to compare with. */
  change?: { ratio: number | null; against: string };
  /** Whether more is good news; `neutral` keeps the colour out of it. */
  moreIs?: "good" | "bad" | "neutral";
  /** A small line, for example a Sparkline. */
  line?: ReactNode;
  /** The rows behind the number. */
  to?: string;
  className?: string;
};

/** One number: what it is, how much, compared with what, and a small line. */
export function Figure({
  label,
  definition,
  value,
  change,
  moreIs = "good",
  line,
  to,
  className,
}: FigureProps) {
  return (
    <div
      className={cn(
        "relative flex flex-col gap-1 p-4 sm:p-5",
        to && "transition-colors hover:bg-hover",
        className,
      )}
    >
      <Tooltip label={definition} side="bottom">
        {(id) => (
          <button
            type="button"
            aria-describedby={id}
            className="z-10 cursor-help! rounded-small text-left text-sm text-muted"
          >
            {label}
          </button>
        )}
      </Tooltip>
      <p className="figures text-2xl font-medium whitespace-nowrap text-ink">
        {to ? (
          <Link to={to} prefetch="intent" className="after:absolute after:inset-0 after:rounded-card">
            {value}
          </Link>
        ) : (
          value
        )}
      </p>
      {change && <Change {...change} moreIs={moreIs} />}
      {line && <div className="mt-auto h-11 pt-2">{line}</div>}
    </div>
  );
}

type ChangeProps = { ratio: number | null; against: string; moreIs?: FigureProps["moreIs"] };

/** "12% than the week before", with an arrow; in words for those who hear it. */
function Change({ ratio, against, moreIs = "good" }: ChangeProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  if (ratio === null) return <p className="text-sm text-faint">{t("change.none")}</p>;
  const percent = format.percent(Math.abs(ratio));
  const direction = Math.abs(ratio) < 0.0005 ? "same" : ratio > 0 ? "up" : "down";
  const Icon = { same: Minus, up: TrendingUp, down: TrendingDown }[direction];
  const isGood = (direction === "up") === (moreIs === "good");
  const tone =
    direction === "same" || moreIs === "neutral" ? "text-muted" : isGood ? "text-good-text" : "text-bad-text";
  return (
    <p className="flex items-center gap-1.5 text-sm text-muted">
      <span aria-hidden="true" className={cn("figures inline-flex items-center gap-1 font-medium", tone)}>
        <Icon className="size-4" />
        {direction !== "same" && percent}
      </span>
      <span aria-hidden="true" className="max-sm:hidden">
        {against}
      </span>
      <span className="sr-only">{t(`change.${direction}`, { percent, against })}</span>
    </p>
  );
}
