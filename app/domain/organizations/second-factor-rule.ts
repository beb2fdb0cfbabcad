/** Which members of an organization must have a second factor before anything of it is shown to them. */
export const SECOND_FACTOR_RULES = ["nobody", "admins", "everybody"] as const;
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number];
