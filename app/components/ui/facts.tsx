import type { ReactNode } from "react";
import { cn } from "./cn";

/** A record's facts: name on the left, value on the right, one hairline between them. */
export function Facts({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cn("divide-y divide-line", className)}>{children}</dl>;
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-10 items-baseline justify-between gap-4 py-2.5">
      <dt className="shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 text-right break-words text-ink [&_time]:whitespace-normal">{children}</dd>
    </div>
  );
}
