/** The platform of the shop that holds what people enter by hand; no connection belongs to it. */
export const MANUAL = "manual";
