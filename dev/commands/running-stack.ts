import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_PORT, type Place, PROJECT, placeOf, readPort } from "../local/place";
import { type Facts, findRunning } from "../local/running";
import { Refusal } from "../refusal";

/**
 * The local stack that a command means: the one of `PORT`, or else the one that
 * runs. Throws a Refusal when none runs or it is still being set up.
 */
export function findRunningStack(): { place: Place; facts: Facts } {
  const places = process.env.PORT ? [placeOf(readPort(process.env.PORT))] : knownPlaces();
  for (const place of places) {
    const running = findRunning(place);
    if (running?.facts) return { place, facts: running.facts };
    if (running) throw new Refusal(`OruCRM is still starting at ${running.url}. Try again in a moment.`);
  }
  throw new Refusal('OruCRM does not run here. Start it with "npm run dev" and leave it running.');
}

function knownPlaces(): Place[] {
  const names = listFolder(join(PROJECT, ".local"));
  const ports = names.flatMap((name) => /^dev-(\d+)$/.exec(name)?.slice(1).map(Number) ?? []);
  return [DEFAULT_PORT, ...ports].map(placeOf);
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
