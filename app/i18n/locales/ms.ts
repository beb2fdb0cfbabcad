import { audit } from "./ms/audit";
import { auth } from "./ms/auth";
import { common } from "./ms/common";
import { connections } from "./ms/connections";
import { connectionsSetup } from "./ms/connections-setup";
import { customers } from "./ms/customers";
import { dashboard } from "./ms/dashboard";
import { deliveries } from "./ms/deliveries";
import { errors } from "./ms/errors";
import { orders } from "./ms/orders";
import { privacy } from "./ms/privacy";
import { products } from "./ms/products";
import { publicPages } from "./ms/public";
import { settings } from "./ms/settings";
import { shell } from "./ms/shell";

/** Every text of the language by namespace. */
export const ms = {
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
