import { cva, type VariantProps } from "class-variance-authority";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const badgeStyles = cva(
  "inline-flex h-5.5 max-w-full items-center gap-1 rounded-small px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-hover text-muted",
        brand: "bg-brand-surface text-brand-text",
        good: "bg-good-surface text-good-text",
        warn: "bg-warn-surface text-warn-text",
        bad: "bg-bad-surface text-bad-text",
        info: "bg-info-surface text-info-text",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeStyles>["tone"]>;

type BadgeProps = { tone?: Tone; icon?: LucideIcon; className?: string; title?: string; children: ReactNode };

/** A short word in a tinted box. A status always has its icon: colour alone says nothing to many. */
export function Badge({ tone, icon: Icon, className, title, children }: BadgeProps) {
  return (
    <span className={cn(badgeStyles({ tone }), className)} title={title}>
      {Icon && <Icon aria-hidden="true" strokeWidth={2.25} />}
      <span className="truncate">{children}</span>
    </span>
  );
}
