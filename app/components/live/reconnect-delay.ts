const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next attempt, in milliseconds: twice as long each
 * time, at most a minute, somewhere in the upper half of it, so that the screens
 * of a whole organization do not come back in one moment. `random` is in [0, 1).
 */
export function reconnectDelay(failures: number, random: number): number {
  const whole = Math.min(FIRST_MS * 2 ** Math.min(failures, 16), LONGEST_MS);
  return whole / 2 + (whole / 2) * random;
}
