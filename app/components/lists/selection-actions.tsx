import type { Noun } from "~/domain/filters/nouns";
import { ONE_OF } from "~/domain/trash/trash-nouns";
import { BulkActions } from "../bulk/bulk-actions";
import type { Selection } from "./selection";

export type SelectionActionsProps = {
  noun: Noun;
  /** The organization's address, `/o/kedai`. */
  base: string;
  selection: Selection;
  /** Call it when the selection has been dealt with. */
  onDone: () => void;
};

/** What can be done with a selection, in its bar. */
export function SelectionActions({ noun, base, selection, onDone }: SelectionActionsProps) {
  const one = ONE_OF[noun];
  return one && <BulkActions base={base} noun={one} selection={selection} onDone={onDone} />;
}
