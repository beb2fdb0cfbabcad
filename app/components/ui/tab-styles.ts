import { cn } from "./cn";

export const tabListStyles = "flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none]";

export const tabStyles = cn(
  "-mb-px flex h-10 shrink-0 items-center gap-2 border-b-2 border-transparent text-base whitespace-nowrap text-muted transition-colors -outline-offset-2",
  "hover:text-ink aria-[current=page]:border-brand aria-[current=page]:font-medium aria-[current=page]:text-ink",
);
