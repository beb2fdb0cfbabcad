import type { ReactNode } from "react";
import type { TagColour } from "~/domain/tags/tag-colours";
import { cn } from "../ui/cn";

const DOTS: Record<TagColour, string> = {
  gray: "text-faint",
  red: "text-bad-text",
  orange: "text-chart-2",
  yellow: "text-chart-5",
  green: "text-good-text",
  teal: "text-chart-1",
  blue: "text-chart-3",
  purple: "text-chart-6",
  pink: "text-chart-4",
};

/** A tag: its colour as a dot, its name, and what can be done with it. */
export function TagChip({
  name,
  colour,
  children,
}: {
  name: string;
  colour: TagColour;
  children?: ReactNode;
}) {
  return (
    <span className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-sm text-ink">
      <TagDot colour={colour} />
      <span className="min-w-0 truncate">{name}</span>
      {children}
    </span>
  );
}

/** A tag's colour alone; the name stands beside it. */
function TagDot({ colour }: { colour: TagColour }) {
  return <span aria-hidden="true" className={cn("size-2 shrink-0 rounded-full bg-current", DOTS[colour])} />;
}
