import { expect, test } from "vitest";
import { PERMISSIONS, ROLES, type Role } from "./permissions";

/** Who may what, written down a second time: whoever widens a permission has to say so here as well. */
const AGREED = {
  "dashboard.view": "AMNBV",
  "customers.view": "AMNBV",
  "customers.edit": "AMB",
  "customers.bulk": "AM",
  "customers.merge": "AM",
  "notes.write": "AMB",
  "contacts.view": "AMB",
  "orders.view": "AMNBV",
  "orders.edit": "AMB",
  "products.view": "AMNBV",
  "products.edit": "AM",
  "subscriptions.view": "AMNBV",
  "views.share": "AM",
  "fields.manage": "AM",
  "tags.manage": "AM",
  "records.trash": "AM",
  "records.export": "AM",
  "trash.view": "AM",
  "trash.purge": "A",
  "imports.run": "AM",
  "connections.view": "AMN",
  "connections.manage": "AM",
  "deliveries.view": "AM",
  "deliveries.replay": "AM",
  "organization.view": "AMNBV",
  "organization.manage": "A",
  "organization.close": "A",
  "members.view": "AMNBV",
  "members.manage": "A",
  "sample.remove": "AM",
  "customers.erase": "A",
  "data.export": "A",
  "activity.view": "AM",
  "audit.view": "A",
  "audit.export": "A",
  "security.view": "A",
  "support.ask": "AMNBV",
};

/** Manager and member begin alike. */
const LETTERS: Record<Role, string> = { admin: "A", manager: "M", analyst: "N", member: "B", viewer: "V" };

test("[3.3a] every permission belongs to the roles that were agreed on", () => {
  const found = Object.fromEntries(
    Object.entries(PERMISSIONS).map(([permission, roles]: [string, readonly Role[]]) => [
      permission,
      ROLES.filter((role) => roles.includes(role))
        .map((role) => LETTERS[role])
        .join(""),
    ]),
  );
  expect(found).toEqual(AGREED);
});
