/**
 * How often something may be tried: the first `free` attempts at will, then one
 * after each of `waits` in turn (seconds, the last one repeating), and from the
 * start again after `forgetAfter` seconds without an attempt. There is always a
 * next attempt after at most the longest wait, so nobody is locked out for ever.
 */
export type AttemptPolicy = {
  readonly free: number;
  readonly waits: readonly number[];
  readonly forgetAfter: number;
};

/** Times in milliseconds since the epoch. */
export type Attempts = { count: number; lastAt: number; nextAt: number };

export type AttemptVerdict = { allowed: boolean; retryAfterSeconds: number };

/**
 * Counts one attempt at `now` if it may be made. A refused one changes nothing:
 * hammering does not prolong the wait.
 */
export function takeAttempt(
  before: Attempts | null,
  policy: AttemptPolicy,
  now: number,
): { verdict: AttemptVerdict; after: Attempts } {
  const known = before !== null && now - before.lastAt < policy.forgetAfter * 1000 ? before : null;
  if (known !== null && now < known.nextAt) {
    const retryAfterSeconds = Math.ceil((known.nextAt - now) / 1000);
    return { verdict: { allowed: false, retryAfterSeconds }, after: known };
  }
  const count = (known?.count ?? 0) + 1;
  const after = { count, lastAt: now, nextAt: now + waitAfter(count, policy) * 1000 };
  return { verdict: { allowed: true, retryAfterSeconds: 0 }, after };
}

/** Seconds to wait once `count` attempts were made. */
function waitAfter(count: number, { free, waits }: AttemptPolicy): number {
  if (count < free) return 0;
  return waits[Math.min(count - free, waits.length - 1)] ?? 0;
}
