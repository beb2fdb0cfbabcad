/** Every act that the audit log has words for. A test holds it against the acts that the code writes. */
export const ACTIONS = [
  "access.refused",
  "connection.created",
  "connection.paused",
  "connection.removed",
  "connection.renamed",
  "connection.resumed",
  "connection.secret_revealed",
  "connection.secret_rotated",
  "connection.secrets_resealed",
  "customer.erased",
  "customer.restored",
  "delivery.replayed",
  "email.verified",
  "invitation.created",
  "invitation.resent",
  "invitation.revoked",
  "member.joined",
  "member.left",
  "member.reinstated",
  "member.removed",
  "member.role_changed",
  "member.suspended",
  "orders.anonymized",
  "organization.created",
  "organization.transferred",
  "organization.updated",
  "passkey.renamed",
  "password.changed",
  "profile.updated",
  "recovery_codes.replaced",
  "sample.removed",
  "second_factor.added",
  "second_factor.removed",
  "session.confirmed",
  "session.ended",
  "session.refused",
  "session.started",
  "shop.erased",
  "trash.purged",
] as const;

export type Action = (typeof ACTIONS)[number];

/** Whether there are words for it: an act may be younger than the screen that shows it. */
export function isAction(text: string): text is Action {
  return ACTIONS.some((action) => action === text);
}
