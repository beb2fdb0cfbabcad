import type { Demo, SeedInput } from "./demo";

/**
 * Makes the demo organization in a migrated database and returns how to enter it.
 * Runs once per local stack, before the app starts; it must be repeatable, because
 * a start can be interrupted in the middle of it.
 */
export async function seedDemo(_input: SeedInput): Promise<Demo> {
  return { email: "", password: "", organization: "", connections: [] };
}
