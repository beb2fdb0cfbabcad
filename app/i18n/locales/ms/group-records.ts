import { bulk } from "./bulk";
import { checkouts } from "./checkouts";
import { customerPage } from "./customer-page";
import { duplicates } from "./duplicates";
import { fields } from "./fields";
import { lists } from "./lists";
import { productPage } from "./product-page";
import { sales } from "./sales";
import { subscriptions } from "./subscriptions";
import { tags } from "./tags";
import { trash } from "./trash";

export const records = {
  bulk,
  checkouts,
  customerPage,
  duplicates,
  fields,
  lists,
  productPage,
  sales,
  subscriptions,
  tags,
  trash,
};
