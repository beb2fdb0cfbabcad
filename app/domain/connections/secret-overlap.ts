/** For how many days an old secret still counts: time to change it in every webhook of the shop. */
export const OVERLAP_DAYS = 3;
export const OVERLAP_MS = OVERLAP_DAYS * 86_400_000;
