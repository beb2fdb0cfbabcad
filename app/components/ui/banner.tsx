import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  info: { icon: Info, classes: "bg-info-surface text-info-text" },
  good: { icon: CircleCheck, classes: "bg-good-surface text-good-text" },
  warn: { icon: TriangleAlert, classes: "bg-warn-surface text-warn-text" },
  bad: { icon: CircleAlert, classes: "bg-bad-surface text-bad-text" },
};

type BannerProps = {
  tone?: keyof typeof TONES;
  icon?: LucideIcon;
  /** In bold before the words. */
  title?: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A line that concerns the whole page or card: what happened and what to do. `bad` is announced at once. */
export function Banner({ tone = "info", icon, title, action, className, children }: BannerProps) {
  const { icon: ToneIcon, classes } = TONES[tone];
  const Icon = icon ?? ToneIcon;
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={cn(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card px-4 py-3 text-base",
        classes,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
        <Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
        <div className="min-w-0">
          {title && <p className="font-medium">{title}</p>}
          {children && <div className={cn(title && "text-ink")}>{children}</div>}
        </div>
      </div>
      {action}
    </div>
  );
}
