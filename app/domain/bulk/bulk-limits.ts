/** So many records are changed while somebody waits; more of them by a job. */
export const MOST_AT_ONCE = 100;

/** Records of one step of a job. */
export const BULK_PAGE = 500;

/** A day's work in lists is many changes, and the next need not wait until the last one is over. */
export const BULK_LIMITS = { mostOpen: 10, mostPerDay: 500 };
