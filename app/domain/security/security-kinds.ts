/** Every sign of fraud and abuse that is kept; each has words in both languages. */
export const SECURITY_KINDS = [
  /** Somebody failed to log in as a member. */
  "login_failed",
  /** So many attempts on a member's account that it has to wait. */
  "login_limited",
  /** A member logged in from a browser or place that was not used before. */
  "unusual_place",
  /** A second factor was wrong. */
  "factor_failed",
  /** A member asked for something that the role does not allow. */
  "access_refused",
  /** A list left the platform as a file. */
  "exported",
  /** Everything that the organization has left the platform as a file. */
  "everything_exported",
  /** Many deliveries with a wrong signature. */
  "signature_flood",
  /** An account was opened with an address that is made to be thrown away. */
  "disposable_email",
  /** Many accounts were opened from one address. */
  "sign_up_flood",
  /** Many invitations were sent. */
  "invitation_flood",
] as const;

export type SecurityKind = (typeof SECURITY_KINDS)[number];

/** Whether there are words for it: the database may know a kind that a screen does not. */
export function isSecurityKind(text: string): text is SecurityKind {
  return SECURITY_KINDS.some((kind) => kind === text);
}
