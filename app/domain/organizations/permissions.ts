export const ROLES = ["admin", "manager", "analyst", "member", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/**
 * Who may do what. This table is the only source: guards, navigation, the
 * roles screen and the access tests read it.
 */
export const PERMISSIONS = {
  "dashboard.view": ["admin", "manager", "analyst", "member", "viewer"],
  "customers.view": ["admin", "manager", "analyst", "member", "viewer"],
  "customers.edit": ["admin", "manager", "member"],
  "customers.bulk": ["admin", "manager"],
  "customers.merge": ["admin", "manager"],
  "notes.write": ["admin", "manager", "member"],
  "contacts.view": ["admin", "manager", "member"],
  "orders.view": ["admin", "manager", "analyst", "member", "viewer"],
  "orders.edit": ["admin", "manager", "member"],
  "products.view": ["admin", "manager", "analyst", "member", "viewer"],
  "products.edit": ["admin", "manager"],
  "subscriptions.view": ["admin", "manager", "analyst", "member", "viewer"],
  "views.share": ["admin", "manager"],
  "fields.manage": ["admin", "manager"],
  "tags.manage": ["admin", "manager"],
  "records.trash": ["admin", "manager"],
  "records.export": ["admin", "manager"],
  "trash.view": ["admin", "manager"],
  "trash.purge": ["admin"],
  "imports.run": ["admin", "manager"],
  "connections.view": ["admin", "manager", "analyst"],
  "connections.manage": ["admin", "manager"],
  "deliveries.view": ["admin", "manager"],
  "deliveries.replay": ["admin", "manager"],
  "organization.view": ["admin", "manager", "analyst", "member", "viewer"],
  "organization.manage": ["admin"],
  "organization.close": ["admin"],
  "members.view": ["admin", "manager", "analyst", "member", "viewer"],
  "members.manage": ["admin"],
  "sample.remove": ["admin", "manager"],
  "customers.erase": ["admin"],
  "data.export": ["admin"],
  "activity.view": ["admin", "manager"],
  "audit.view": ["admin"],
  "audit.export": ["admin"],
  "security.view": ["admin"],
  "support.ask": ["admin", "manager", "analyst", "member", "viewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** What may still be done while an organization is closing; everything else can only be read then. */
export const WHILE_CLOSING: ReadonlySet<Permission> = new Set([
  "activity.view",
  "data.export",
  "organization.close",
]);

export function isAllowed(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
