import { cn } from "./cn";

/** The mark: one open ring. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={cn("size-6 text-brand", className)}>
      <path
        d="M15.6 4.3A8.5 8.5 0 1 0 19.7 8.4"
        stroke="currentColor"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Mark and name. */
export function Logo({ className }: { className?: string }) {
  return (
    <span
      className={cn("inline-flex items-center gap-2 text-lg font-medium tracking-tight text-ink", className)}
    >
      <LogoMark />
      OruCRM
    </span>
  );
}
