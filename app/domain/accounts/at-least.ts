/**
 * Answers no sooner than `ms` after the start, whether `work` succeeds or fails:
 * how long it took says nothing about what was found.
 */
export async function atLeast<T>(ms: number, work: Promise<T>): Promise<T> {
  const pause = new Promise<void>((resolve) => setTimeout(resolve, ms));
  const [result] = await Promise.allSettled([work, pause]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
