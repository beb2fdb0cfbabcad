import { dashboard } from "./dashboard";
import { orders } from "./orders";

export const start = { dashboard, orders };
