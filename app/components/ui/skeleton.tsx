import { cn } from "./cn";

/** A grey stand-in of the shape of what is coming. Give it width and height. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cn("block h-3.5 animate-pulse rounded-small bg-hover", className)} />
  );
}

/** Rows of the right height for a list that is on its way. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="@container">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <div
          key={key}
          className="flex h-16 items-center gap-4 border-b border-line px-4 last:border-b-0 @xl:h-(--row-height) @xl:px-5"
        >
          <Skeleton className="w-36" />
          <Skeleton className="hidden w-24 @xl:block" />
          <Skeleton className="ml-auto w-20" />
        </div>
      ))}
    </div>
  );
}
