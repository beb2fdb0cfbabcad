import { bulk } from "./bulk";
import { duplicates } from "./duplicates";
import { fields } from "./fields";
import { lists } from "./lists";
import { sales } from "./sales";
import { subscriptions } from "./subscriptions";
import { trash } from "./trash";

export const records = { bulk, duplicates, fields, lists, sales, subscriptions, trash };
