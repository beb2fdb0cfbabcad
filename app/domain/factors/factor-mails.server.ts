import { getServerT } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import type { Mail } from "~/lib/mail";
import { layoutMail } from "~/lib/mail-layout";

/** What a user is told about their factors; the texts are `factors:emails.<news>`. */
export type FactorNews =
  | "added"
  | "removed"
  | "codesReplaced"
  | "codeUsed"
  | "resetRequested"
  | "resetBegun"
  | "resetCancelled"
  | "resetFinished";

type FactorMail = {
  to: { email: string; language: Language };
  news: FactorNews;
  /** Where the button leads. */
  url: string;
  /** Why this one mail exists: a repeated attempt to send it is delivered once. */
  reason: string;
  values?: Record<string, string | number>;
};

export function factorMail({ to, news, url, reason, values }: FactorMail): Mail {
  const t = getServerT(to.language);
  const words = (part: string) => t(`factors:emails.${news}.${part}`, values ?? {});
  const { text, html } = layoutMail({
    language: to.language,
    title: words("subject"),
    paragraphs: [words("body"), words("otherwise")],
    action: { label: words("action"), url },
    footer: [t("auth:emails.footer")],
  });
  return { to: to.email, subject: words("subject"), text, html, idempotencyKey: `factors-${news}/${reason}` };
}
