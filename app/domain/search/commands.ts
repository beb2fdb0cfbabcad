import { isAllowed, type Permission, type Role } from "../organizations/permissions";

type Command = {
  /** Its words are under `commands:`. */
  key: string;
  permission: Permission;
  /** Below `/o/:slug`. */
  path: string;
};

const COMMANDS: readonly Command[] = [
  { key: "newCustomer", permission: "customers.edit", path: "/customers/new" },
  { key: "newOrder", permission: "orders.edit", path: "/orders/new" },
  { key: "newSubscription", permission: "orders.edit", path: "/subscriptions/new" },
  { key: "newProduct", permission: "products.edit", path: "/products/new" },
  { key: "import", permission: "imports.run", path: "/imports/new?noun=customers" },
  { key: "importOrders", permission: "imports.run", path: "/imports/new?noun=orders" },
  { key: "importProducts", permission: "imports.run", path: "/imports/new?noun=products" },
  { key: "imports", permission: "imports.run", path: "/imports" },
  { key: "duplicates", permission: "customers.merge", path: "/customers/duplicates" },
  { key: "connectShop", permission: "connections.manage", path: "/connections/new" },
  { key: "checkouts", permission: "orders.view", path: "/checkouts" },
  { key: "deliveries", permission: "deliveries.view", path: "/connections/deliveries" },
  { key: "tags", permission: "tags.manage", path: "/settings/tags" },
  { key: "fields", permission: "fields.manage", path: "/settings/fields" },
  { key: "trash", permission: "trash.view", path: "/settings/trash" },
  { key: "activity", permission: "activity.view", path: "/settings/activity" },
  { key: "export", permission: "data.export", path: "/settings/data" },
  { key: "invite", permission: "members.manage", path: "/settings/members/invite" },
];

/** What the palette offers to do, by name; nothing that the role may not. */
export function commandsOf(role: Role): readonly Command[] {
  return COMMANDS.filter(({ permission }) => isAllowed(role, permission));
}
