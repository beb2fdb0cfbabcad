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

/**
 * Lets a success through at once; a refusal comes no sooner than `ms` after the start,
 * so that how long it took says nothing about why.
 */
export async function refuseAtLeast<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // From the start: a Worker's clock stands still while it computes, its timers do not.
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    const result = await work;
    clearTimeout(timer);
    return result;
  } catch (error) {
    await pause;
    throw error;
  }
}
