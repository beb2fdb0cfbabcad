import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

type PageHeaderProps = {
  /** What is being looked at. */
  title: ReactNode;
  /** How many, already formatted: "1,204". */
  count?: ReactNode;
  /** A status or a line about the record, beside the title. */
  detail?: ReactNode;
  crumbs?: Crumb[];
  /** The page's one main action, and at most two quiet ones before it. */
  action?: ReactNode;
};

/** Breadcrumb, title with its count, main action: on every page in the same place. */
export function PageHeader({ title, count, detail, crumbs, action }: PageHeaderProps) {
  return (
    <header className="mb-4 grid gap-1 sm:mb-5">
      {crumbs && crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <h1 className="min-w-0 truncate text-xl font-medium text-ink">{title}</h1>
          {count !== undefined && <span className="figures text-lg text-faint">{count}</span>}
          {detail && <span className="self-center">{detail}</span>}
        </div>
        {action && <div className="flex max-w-full flex-wrap items-center gap-2">{action}</div>}
      </div>
    </header>
  );
}
