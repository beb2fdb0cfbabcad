import type { ListChoices } from "~/domain/views/list-choices-queries.server";
import { cn } from "../ui/cn";

const COLOURS: Record<string, string> = {
  gray: "text-faint",
  red: "text-bad-text",
  orange: "text-chart-3",
  yellow: "text-warn-text",
  green: "text-good-text",
  teal: "text-brand-text",
  blue: "text-info-text",
  purple: "text-chart-4",
  pink: "text-chart-5",
};

const MOST_SHOWN = 3;

/** A customer's tags, each with a dot of its colour; of many the first ones. */
export function TagChips({ ids, tags }: { ids: readonly string[]; tags: ListChoices["tags"] }) {
  const known = ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  const more = known.slice(MOST_SHOWN).map(({ name }) => name);
  return (
    <span className="flex min-w-0 items-center gap-1">
      {known.slice(0, MOST_SHOWN).map(({ id, name, colour }) => (
        <span
          key={id}
          className="inline-flex h-5.5 min-w-0 items-center gap-1.5 rounded-full border border-line px-2 text-xs text-ink"
        >
          <span
            aria-hidden="true"
            className={cn("size-2 shrink-0 rounded-full bg-current", COLOURS[colour])}
          />
          <span className="truncate">{name}</span>
        </span>
      ))}
      {more.length > 0 && (
        <span className="text-xs text-muted" title={more.join(", ")}>
          +{more.length}
        </span>
      )}
    </span>
  );
}
