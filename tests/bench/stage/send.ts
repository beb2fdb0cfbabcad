import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export type Shot = { url: string; headers: Record<string, string>; body: Buffer };

/** `answeredAt` holds `Date.now()` of each answer, `latencies` its milliseconds; both in the order of the shots. */
export type Volley = { perSecond: number; latencies: number[]; answeredAt: number[] };

const CONNECTIONS = 16;

/** Keeps 16 connections busy until every shot was answered with 200. Throws at any other answer. */
export async function sendAtOnce(shots: readonly Shot[]): Promise<Volley> {
  const agent = newAgent();
  const waiting = [...shots.entries()];
  const volley: Volley = { perSecond: 0, latencies: [], answeredAt: [] };
  const startedAt = performance.now();
  const connection = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, shot] = next;
      await fire(agent, shot, volley, { index, since: performance.now() });
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  volley.perSecond = (shots.length / (performance.now() - startedAt)) * 1000;
  agent.destroy();
  return volley;
}

/**
 * Sends so many a second, evenly, over 16 connections. A latency counts from the
 * moment the shot was due, so that waiting for a free connection counts, too.
 */
export async function sendPaced(shots: readonly Shot[], perSecond: number): Promise<Volley> {
  const agent = newAgent();
  const volley: Volley = { perSecond, latencies: [], answeredAt: [] };
  const startedAt = performance.now();
  const sent: Promise<void>[] = [];
  for (const [index, shot] of shots.entries()) {
    const dueAt = startedAt + (index * 1000) / perSecond;
    while (performance.now() < dueAt) await sleep(1);
    sent.push(fire(agent, shot, volley, { index, since: dueAt }));
  }
  await Promise.all(sent);
  agent.destroy();
  return volley;
}

const newAgent = () => new Agent({ keepAlive: true, maxSockets: CONNECTIONS, scheduling: "fifo" });

async function fire(
  agent: Agent,
  shot: Shot,
  volley: Volley,
  { index, since }: { index: number; since: number },
): Promise<void> {
  const status = await post(agent, shot);
  if (status !== 200) throw new Error(`${shot.url} answered ${status}`);
  volley.latencies[index] = performance.now() - since;
  volley.answeredAt[index] = Date.now();
}

function post(agent: Agent, { url, headers, body }: Shot): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: "POST",
      headers: { ...headers, "content-length": body.length },
    });
    sent.once("error", reject);
    sent.once("response", (answer) => {
      answer.once("end", () => resolve(answer.statusCode)).once("error", reject);
      answer.resume();
    });
    sent.end(body);
  });
}
