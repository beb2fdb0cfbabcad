import { ACTIONS, type Action } from "./actions";

export const ACTION_GROUPS = ["access", "members", "shops", "records", "exports", "organization"] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** By the noun before the dot; what is in none belongs to the organization. */
const NOUNS: Record<Exclude<ActionGroup, "organization" | "exports">, readonly string[]> = {
  access: ["access", "email", "passkey", "password", "profile", "recovery_codes", "second_factor", "session"],
  members: ["invitation", "member"],
  shops: ["connection", "delivery", "shop"],
  records: ["bulk", "customer", "import", "order", "orders", "product", "sample", "subscription", "trash"],
};

function groupOf(action: Action): ActionGroup {
  const [noun = "", verb = ""] = action.split(".");
  if (verb.includes("export")) return "exports";
  const found = Object.entries(NOUNS).find(([, nouns]) => nouns.includes(noun));
  return ACTION_GROUPS.find((group) => group === found?.[0]) ?? "organization";
}

export function actionsOf(group: ActionGroup): Action[] {
  return ACTIONS.filter((action) => groupOf(action) === group);
}
