import { useTranslation } from "react-i18next";
import { Banner } from "../ui/banner";

const WORDS = {
  password: "security.passwordChanged",
  email: "email.sent",
  "end-session": "sessions.ended",
  "end-others": "sessions.othersEnded",
} as const;

/** What was done just now, by the form's intent. */
export function SavedSecurity({ saved }: { saved: string | null }) {
  const { t } = useTranslation("account");
  const key = Object.entries(WORDS).find(([intent]) => intent === saved)?.[1];
  return key === undefined ? null : <Banner tone="good">{t(key)}</Banner>;
}
