/** Texts travel to the browser in groups, so that a page begins with its own and fetches the rest when idle. */
export const TEXT_GROUPS = {
  core: ["common", "errors", "shell"],
  records: [
    "bulk",
    "checkouts",
    "customerPage",
    "duplicates",
    "fields",
    "lists",
    "productPage",
    "sales",
    "subscriptions",
    "tags",
    "trash",
  ],
  start: ["dashboard", "orders"],
  tools: [
    "activity",
    "audit",
    "commands",
    "connections",
    "deliveries",
    "factors",
    "imports",
    "mapping",
    "members",
    "notifications",
    "proof",
    "receipts",
    "pulse",
    "rights",
    "security",
    "settings",
    "shopAccess",
    "status",
    "support",
  ],
  visitors: ["account", "auth", "organizations", "privacy", "public"],
  work: ["customers", "products"],
} as const;

export type TextGroup = keyof typeof TEXT_GROUPS;
export const GROUP_NAMES = [
  "core",
  "records",
  "start",
  "tools",
  "visitors",
  "work",
] as const satisfies readonly TextGroup[];

/** The group that a namespace travels in; null when there is no such namespace. */
export function groupOf(namespace: string): TextGroup | null {
  return GROUP_NAMES.find((group) => TEXT_GROUPS[group].some((name) => name === namespace)) ?? null;
}

/** What a page at this path may say before anything is clicked. */
export function groupsOfPath(path: string): readonly TextGroup[] {
  // The home page draws a customer with the parts of the lists.
  if (path === "/") return ["core", "start", "visitors", "work"];
  if (path === "/account/factors" || path === "/status") return ["core", "tools", "visitors"];
  if (!path.startsWith("/o/")) return ["core", "visitors"];
  const [, , , section = ""] = path.split("/");
  if (section === "") return ["core", "start"];
  const isRecords = ["customers", "orders", "products", "subscriptions", "checkouts"].includes(section);
  return isRecords ? ["core", "records", "start", "work"] : GROUP_NAMES;
}
