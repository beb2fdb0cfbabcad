import { core } from "./en/group-core";
import { records } from "./en/group-records";
import { tools } from "./en/group-tools";
import { visitors } from "./en/group-visitors";
import { work } from "./en/group-work";

/** Every text of the language by namespace. */
export const en = { ...core, ...records, ...tools, ...visitors, ...work };
