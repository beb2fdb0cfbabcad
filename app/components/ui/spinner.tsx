import { cn } from "./cn";

/** The mark's open ring, turning. Decorative: whoever shows it says in words what is under way. */
export function Spinner({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" fill="none" aria-hidden="true" className={cn("size-4 animate-spin", className)}>
      <path d="M8 2a6 6 0 1 1-5.2 3" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
