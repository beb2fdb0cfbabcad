import { common } from "./common";
import { errors } from "./errors";
import { shell } from "./shell";

export const core = { common, errors, shell };
