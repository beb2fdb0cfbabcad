import { sales } from "./sales";
import { subscriptions } from "./subscriptions";
import { trash } from "./trash";

export const records = { sales, subscriptions, trash };
