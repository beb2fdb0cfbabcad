export type TagChange = { tag: { id: string; name: string }; isOn: boolean };

/** The tags once all changes are made, what is added last. */
export function applyTagChanges(ids: readonly string[], changes: readonly TagChange[]): readonly string[] {
  return changes.reduce((held, { tag, isOn }) => {
    const others = held.filter((id) => id !== tag.id);
    if (!isOn) return others;
    return held.includes(tag.id) ? held : [...others, tag.id];
  }, ids);
}
