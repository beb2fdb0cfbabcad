import type { Noun } from "~/domain/filters/nouns";
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
export function SelectionActions(_props: SelectionActionsProps) {
  return null;
}
