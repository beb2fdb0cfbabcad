import { customers } from "./customers";
import { dashboard } from "./dashboard";
import { orders } from "./orders";
import { products } from "./products";

export const work = { customers, dashboard, orders, products };
