import { trash } from "./trash";

export const records = { trash };
