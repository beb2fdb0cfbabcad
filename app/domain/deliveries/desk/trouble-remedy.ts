/** The one act that gets deliveries out of their trouble. */
export type Remedy = "replay" | "set_up" | "map" | "none";

const REMEDIES: Readonly<Record<string, Remedy>> = {
  needs_mapping: "map",
  unknown_status: "map",
  webhook_user_lost_rights: "set_up",
  not_json: "set_up",
  not_utf8: "set_up",
  too_deep: "set_up",
  body_missing: "none",
};

/** By reason: what was only in the way is replayed, what the shop does wrong is put right there. */
export const remedyFor = (reason: string | null): Remedy => REMEDIES[reason ?? ""] ?? "replay";
