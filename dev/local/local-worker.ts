import { setTimeout as sleep } from "node:timers/promises";

const START_LIMIT_MS = 120_000;
const ANSWER_LIMIT_MS = 20_000;
const TICK_MS = 60_000;

/** Resolves true when `/healthz` answers 200, false when it does not in time. The first request builds the app. */
export async function isAnsweringSoon(url: string): Promise<boolean> {
  const giveUpAt = Date.now() + START_LIMIT_MS;
  while (Date.now() < giveUpAt) {
    const answer = await ask(`${url}/healthz`);
    if (answer?.ok) {
      // The first page compiles all of them: better now than while somebody waits for it.
      await ask(`${url}/log-in`);
      return true;
    }
    await sleep(250);
  }
  return false;
}

/** Runs the Worker's schedule now and every minute: locally nothing else does. Returns what stops it. */
export async function tickSchedule(url: string, cron: string): Promise<() => void> {
  const address = `${url}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`;
  await ask(address);
  // A tick that fails is shown by the Worker itself; the next one comes anyway.
  const timer = setInterval(() => void ask(address), TICK_MS);
  return () => clearInterval(timer);
}

async function ask(address: string): Promise<Response | null> {
  return fetch(address, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) }).catch(() => null);
}
