/** In characters, not bytes. Any characters may be used, and nothing is cut. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
