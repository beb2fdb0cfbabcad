/** For how many days an organization may keep what its shops sent. */
export const RETENTION_CHOICES = [7, 14, 30, 60, 90] as const;

/** What applies where nobody chose; lines of the log go then too. */
export const LONGEST_RETENTION = 90;
