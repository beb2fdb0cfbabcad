type Facts = Readonly<Record<string, string | number | boolean | null>>;
type Place = {
  /** Of the page that is shown, or of the organization it is about. */ slug: string;
  facts: Facts;
};

const toSecurity = ({ slug }: Place) => `/o/${slug}/settings/security`;
const toWatch = ({ slug }: Place) => `/o/${slug}/settings/security-watch`;
const toMembers = ({ slug }: Place) => `/o/${slug}/settings/members`;
const toFactors = ({ slug }: Place) => `/o/${slug}/settings/factors`;
const toConnection = ({ slug, facts }: Place) => `/o/${slug}/connections/${facts.connectionId}`;

/**
 * What a user can be told of: where each kind leads. Its words are
 * `notifications:kinds.<kind>`; product news brings its own.
 */
export const NOTIFICATION_KINDS = {
  new_device: toSecurity,
  password_changed: toSecurity,
  email_changed: toSecurity,
  email_change_undone: toSecurity,
  second_factor_added: toFactors,
  second_factor_removed: toFactors,
  recovery_codes_replaced: toFactors,
  grave_login_failed: toWatch,
  grave_everything_exported: toWatch,
  grave_signature_flood: toWatch,
  member_role_changed: ({ slug }) => `/o/${slug}/settings/roles`,
  member_suspended: null,
  member_reinstated: ({ slug }) => `/o/${slug}`,
  member_removed: null,
  ownership_received: toMembers,
  ownership_given: toMembers,
  mentioned: ({ slug, facts }) => `/o/${slug}/customers/${facts.customerId}#notes`,
  support_answered: ({ slug, facts }) => `/o/${slug}/settings/support/${facts.requestId}`,
  shop_silent: toConnection,
  shop_switched_off: toConnection,
  policy_news: () => "/privacy#versions",
  product_news: null,
} as const satisfies Record<string, ((place: Place) => string) | null>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

/** Whether there are words for it: the database may know a kind that a screen does not. */
export function isNotificationKind(text: string): text is NotificationKind {
  return text in NOTIFICATION_KINDS;
}
