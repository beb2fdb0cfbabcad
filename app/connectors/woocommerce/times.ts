import { looseTime } from "../tolerant-schemas";

/** `date_…_gmt` fields are UTC and leave out the `Z`. */
export const gmtTime = looseTime("Z");

/**
 * `date_…` fields are the site's local time and leave out the offset. Only very old
 * sites send them alone; Malaysia's offset is the likeliest to be right then.
 */
export const siteTime = looseTime("+08:00");
