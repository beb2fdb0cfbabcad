import { bulk } from "./bulk";
import { duplicates } from "./duplicates";
import { fields } from "./fields";
import { sales } from "./sales";
import { subscriptions } from "./subscriptions";
import { trash } from "./trash";

export const records = { bulk, duplicates, fields, sales, subscriptions, trash };
