/** An organization has at most so many tags. */
export const MOST_TAGS = 500;
