import { audit } from "./en/audit";
import { auth } from "./en/auth";
import { common } from "./en/common";
import { connections } from "./en/connections";
import { connectionsSetup } from "./en/connections-setup";
import { customers } from "./en/customers";
import { dashboard } from "./en/dashboard";
import { deliveries } from "./en/deliveries";
import { errors } from "./en/errors";
import { orders } from "./en/orders";
import { privacy } from "./en/privacy";
import { products } from "./en/products";
import { publicPages } from "./en/public";
import { settings } from "./en/settings";
import { shell } from "./en/shell";

/** Every text of the language by namespace. */
export const en = {
  audit,
  auth,
  common,
  connections,
  connectionsSetup,
  customers,
  dashboard,
  deliveries,
  errors,
  orders,
  privacy,
  products,
  public: publicPages,
  settings,
  shell,
};
