import type { TFunction } from "i18next";

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** What stands in the words of a notification: its facts, the organization's name, and roles as they are called. */
export function notificationValues(t: TFunction, facts: Facts, organization: string) {
  const roleOf = (role: Facts[string] | undefined) =>
    typeof role === "string" ? t(`common:roles.${role}`) : "";
  return { organization, ...facts, role: roleOf(facts.to), former: roleOf(facts.from) };
}
