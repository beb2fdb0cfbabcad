import { setTimeout as sleep } from "node:timers/promises";
import type { Hook } from "./traffic";

/** What the shop knows: which of its deliveries were answered with 2xx, in the order of the answers. */
export type Ledger = { acknowledged: Hook[]; attempts: number };

const CONNECTIONS = 16;
const PATIENCE_MS = 20_000;
const GIVE_UP_MS = 180_000;

/**
 * Sends everything over 16 connections. What is not acknowledged is sent again,
 * as Shopify does; only a 2xx is believed.
 */
export async function sendAll(hooks: readonly Hook[], ledger: Ledger): Promise<void> {
  const waiting = [...hooks];
  const connection = async () => {
    for (let hook = waiting.shift(); hook !== undefined; hook = waiting.shift()) {
      const giveUpAt = Date.now() + GIVE_UP_MS;
      while (!(await sendOnce(hook, ledger))) {
        if (Date.now() > giveUpAt) throw new Error("the Worker does not acknowledge deliveries");
        await sleep(50);
      }
      ledger.acknowledged.push(hook);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
}

async function sendOnce({ url, headers, body }: Hook, ledger: Ledger): Promise<boolean> {
  ledger.attempts += 1;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(url, { method: "POST", headers, body, signal });
    await answer.arrayBuffer();
    if (answer.status >= 400 && answer.status < 500) throw new Refused(answer.status);
    return answer.ok;
  } catch (error) {
    if (error instanceof Refused) throw error;
    return false;
  }
}

/** A genuine delivery must never be turned away: 4xx would end the shop's attempts. */
class Refused extends Error {
  constructor(status: number) {
    super(`a signed delivery was answered ${status}`);
  }
}
