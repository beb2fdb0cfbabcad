import type { SectionKey } from "./sections";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

export type ShellOrganization = { name: string; slug: string };
export type ShellUser = { name: string; email: string; theme: Theme };

/** What the shell needs to know; the layout's loader gives it. */
export type ShellProps = {
  organization: ShellOrganization;
  /** All of the user's organizations, the present one included. */
  organizations: ShellOrganization[];
  user: ShellUser;
  /** The sections this role may open, in order. */
  sections: readonly SectionKey[];
  /** Unread notifications, counted up to 100. */
  unread: number;
  /** A version of the privacy policy that comes into force; null when none does. */
  announcedPolicy: string | null;
  /** The organization's IANA zone. */
  zone: string;
  /** From when on a password alone opens the account, somebody having said that the second factors are lost. */
  factorResetAt: string | null;
};
