import { X } from "lucide-react";
import type { Path } from "~/connectors/generic/mapping.schema";
import { pathText } from "~/domain/mappings/edit-mapping";

/** A field of a body with a way to take it away. */
export function PathChip({ path, label, onRemove }: { path: Path; label: string; onRemove: () => void }) {
  return (
    <span className="inline-flex max-w-full justify-self-start items-center gap-1 rounded-small bg-brand-surface pl-2 font-mono text-xs text-brand-text">
      <span className="truncate" title={pathText(path)}>
        {pathText(path)}
      </span>
      <button
        type="button"
        aria-label={label}
        onClick={onRemove}
        className="hit grid size-6 shrink-0 place-items-center rounded-small hover:bg-hover"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  );
}
