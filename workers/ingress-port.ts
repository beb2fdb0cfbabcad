import { openHttp } from "~/db/client";
import { getIngressState } from "~/domain/deliveries/get-ingress-state.server";
import { type IngressState, ingressStateSchema } from "~/domain/deliveries/ingress-state";
import type { Config } from "~/env.server";

const KEPT_S = 60;
/** So soon it is asked again after it gave no answer. */
const DOWN_S = 10;
const PATIENCE_MS = 3_000;

/**
 * Reads how deliveries fare for a page that anybody may load as often as they like:
 * the database is asked once a minute in each place. Null when it does not answer.
 */
export function ingressPort({ databaseUrl, appUrl }: Pick<Config, "databaseUrl" | "appUrl">) {
  return async (now: Date): Promise<IngressState | null> => {
    const cache = await caches.open("ingress-state");
    const key = `${appUrl}/status?kept`;
    const kept = await cache.match(key);
    if (kept) return ingressStateSchema.nullable().parse(await kept.json());
    const state = await askPatiently(databaseUrl, now);
    const headers = { "Cache-Control": `max-age=${state ? KEPT_S : DOWN_S}` };
    await cache.put(key, Response.json(state, { headers }));
    return state;
  };
}

async function askPatiently(databaseUrl: string, now: Date): Promise<IngressState | null> {
  const answered = getIngressState(openHttp(databaseUrl), now).catch(() => null);
  const waited = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([answered, waited]);
}
