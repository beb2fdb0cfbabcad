import { looseTime } from "./tolerant-schemas";

/** Malaysian platforms write local time; the country has one zone and no summer time. */
export const MALAYSIA_OFFSET = "+08:00";

export const malaysiaTime = looseTime(MALAYSIA_OFFSET);
