import { customers } from "./customers";
import { products } from "./products";

export const work = { customers, products };
