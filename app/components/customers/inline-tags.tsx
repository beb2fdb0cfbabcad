import { lazy, type ReactNode, Suspense, useState } from "react";
import type { ListChoices } from "~/domain/views/list-choices-queries.server";
import { EditButton } from "./edit-button";

const TagsEditor = lazy(() => import("./tags-editor"));

export type InlineTagsProps = {
  /** The customer's address. */
  customerTo: string;
  /** What the column is called. */
  label: string;
  ids: readonly string[];
  tags: ListChoices["tags"];
  /** Shows the tags, also those that are on their way. */
  children: (ids: readonly string[]) => ReactNode;
};

/** A customer's tags that are put on and taken off in a list. The choice is fetched when it is asked for. */
export function InlineTags(props: InlineTagsProps) {
  const { label, ids, tags, children } = props;
  const [isAsked, setAsked] = useState(false);
  const names = tags.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const shown = (
    <span className="flex min-h-6 min-w-0 items-center @xl:relative">
      {children(ids)}
      <EditButton label={label} value={names.join(", ")} onClick={() => setAsked(true)} />
    </span>
  );
  if (!isAsked) return shown;
  return (
    <Suspense fallback={shown}>
      <TagsEditor {...props} />
    </Suspense>
  );
}
