import { foldTag } from "../tags/fold-tag";
import { MOST_TAGS } from "../tags/tag-limits";
import { type ImportProblem, NO_ROOM_FOR_TAGS } from "./import-outcomes";

/** The folded names of the tags that an organization has, or would have. */
export type TagRoom = Set<string>;

/** Whether the tag is there or can be made; then it counts as there. */
export function takeRoom(room: TagRoom, tag: string): boolean {
  const folded = foldTag(tag);
  if (!room.has(folded) && room.size >= MOST_TAGS) return false;
  room.add(folded);
  return true;
}

/** What to say of tags of a row for which there is no room. */
export function tellLeftOut(tags: readonly string[]): ImportProblem[] {
  if (tags.length === 0) return [];
  const values = { most: MOST_TAGS };
  return [{ column: null, code: NO_ROOM_FOR_TAGS, found: tags.join(", ").slice(0, 200), values }];
}
