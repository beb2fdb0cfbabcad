import { useFormat } from "~/i18n/use-format";
import { cn } from "./cn";

type ProgressProps = {
  label: string;
  done: number;
  /** Null while the total is not known: the count is then all that is said. */
  total: number | null;
  className?: string;
};

/** True progress of long work, with its counts. */
export function Progress({ label, done, total, className }: ProgressProps) {
  const format = useFormat();
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span className="text-ink">{label}</span>
        <span className="figures text-muted">
          {format.number(done)}
          {total !== null && ` / ${format.number(total)}`}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={share === null ? undefined : done}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div
          className={cn(
            "h-full rounded-full bg-brand transition-[width]",
            share === null && "w-1/3 animate-pulse",
          )}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
