import { core } from "./ms/group-core";
import { records } from "./ms/group-records";
import { start } from "./ms/group-start";
import { tools } from "./ms/group-tools";
import { visitors } from "./ms/group-visitors";
import { work } from "./ms/group-work";

/** Every text of the language by namespace. */
export const ms = { ...core, ...records, ...start, ...tools, ...visitors, ...work };
