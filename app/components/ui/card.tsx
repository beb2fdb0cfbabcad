import type { HTMLAttributes, ReactNode } from "react";
import { cn } from "./cn";

/** A surface with a hairline border. Cards do not nest. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={cn("rounded-card border border-line bg-surface", className)} />;
}

type CardHeaderProps = { title: ReactNode; detail?: ReactNode; action?: ReactNode; className?: string };

/** The card's name on the left, small actions on the right, or below where there is no room. */
export function CardHeader({ title, detail, action, className }: CardHeaderProps) {
  return (
    <div
      className={cn(
        "flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 pt-3 pb-2 sm:px-5",
        className,
      )}
    >
      <div className="min-w-0 flex-[1_1_12rem]">
        <h2 className="sm:truncate text-base font-medium text-ink">{title}</h2>
        {detail && <p className="text-sm text-muted">{detail}</p>}
      </div>
      {action && <div className="flex shrink-0 items-center gap-2">{action}</div>}
    </div>
  );
}

/** The card's inside, with the same inset as its header. */
export function CardBody({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={cn("px-4 pb-4 sm:px-5 sm:pb-5", className)} />;
}
