import type { Permission } from "~/domain/organizations/permissions";

type SettingsSection = {
  /** Its word is `settings:sections.<key>`. */
  key: string;
  /** Below `/o/:slug/settings`; empty for the page that settings open with. */
  path: string;
  group: "you" | "organization";
  /** What a member must be allowed to see it; null where every member may. */
  permission: Permission | null;
};

/** The pages of the settings, in the order of their navigation. A page is added by a line here. */
export const SETTINGS_SECTIONS = [
  { key: "profile", path: "/profile", group: "you", permission: null },
  { key: "security", path: "/security", group: "you", permission: null },
  { key: "notifications", path: "/notifications", group: "you", permission: null },
  { key: "yourData", path: "/your-data", group: "you", permission: null },
  { key: "organization", path: "", group: "organization", permission: null },
  { key: "members", path: "/members", group: "organization", permission: null },
  { key: "roles", path: "/roles", group: "organization", permission: null },
  { key: "fields", path: "/fields", group: "organization", permission: "fields.manage" },
  { key: "tags", path: "/tags", group: "organization", permission: "tags.manage" },
  { key: "activity", path: "/activity", group: "organization", permission: "activity.view" },
  { key: "trash", path: "/trash", group: "organization", permission: "trash.view" },
  { key: "data", path: "/data", group: "organization", permission: "data.export" },
  { key: "webhookLogs", path: "/webhook-logs", group: "organization", permission: "organization.manage" },
  { key: "securityWatch", path: "/security-watch", group: "organization", permission: "security.view" },
  { key: "factorRule", path: "/factor-rule", group: "organization", permission: "organization.manage" },
  { key: "closing", path: "/closing", group: "organization", permission: "organization.close" },
  { key: "audit", path: "/audit", group: "organization", permission: "audit.view" },
  { key: "support", path: "/support", group: "organization", permission: "support.ask" },
] as const satisfies readonly SettingsSection[];

export type SettingsSectionKey = (typeof SETTINGS_SECTIONS)[number]["key"];

export const SETTINGS_GROUPS = ["you", "organization"] as const satisfies readonly SettingsSection["group"][];
