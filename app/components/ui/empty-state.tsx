import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyStateProps = {
  icon?: LucideIcon;
  /** What this place is, or what was not found. */
  title: ReactNode;
  /** What it means and the one next step. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A screen with nothing in it yet: what this is, and the one next step. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("mx-auto grid max-w-md justify-items-center gap-2 px-6 py-14 text-center", className)}>
      {Icon && (
        <span className="mb-1 grid size-11 place-items-center rounded-full border border-line bg-sunken text-muted">
          <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
        </span>
      )}
      <h2 className="text-lg font-medium text-ink">{title}</h2>
      {children && <div className="text-base text-pretty text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap items-center justify-center gap-2">{action}</div>}
    </div>
  );
}
