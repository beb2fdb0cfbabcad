import { core } from "./en/group-core";
import { records } from "./en/group-records";
import { start } from "./en/group-start";
import { tools } from "./en/group-tools";
import { visitors } from "./en/group-visitors";
import { work } from "./en/group-work";

/** Every text of the language by namespace. */
export const en = { ...core, ...records, ...start, ...tools, ...visitors, ...work };
