type StatusChange = { at: Date; status: string; sourceStatus: string };

/** Neighbours with the same status and the same word of the shop become the earliest of them. */
export function foldStatuses<T extends StatusChange>(changes: readonly T[]): T[] {
  return changes.filter((change, i) => {
    const before = changes[i - 1];
    return before?.status !== change.status || before.sourceStatus !== change.sourceStatus;
  });
}
