import { logError } from "~/lib/log";

/** Screens are a convenience: what changed has changed whether or not anyone hears of it. */
export async function tellScreens(env: Pick<Env, "LIVE">, orgId: string, changed: string[]): Promise<void> {
  try {
    await env.LIVE.getByName(orgId).notify(changed);
  } catch (error) {
    logError("live.not_told", { orgId, error });
  }
}
