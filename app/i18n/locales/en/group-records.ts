import { fields } from "./fields";
import { sales } from "./sales";
import { subscriptions } from "./subscriptions";
import { trash } from "./trash";

export const records = { fields, sales, subscriptions, trash };
