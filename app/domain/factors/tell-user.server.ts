import { type FactorNews, factorMail } from "./factor-mails.server";
import type { FactorsContext } from "./factors-context";
import type { Factors } from "./factors-queries.server";

/** Mails a user, after the answer is out, that something about their factors has changed. */
export function tellUser(
  ctx: Pick<FactorsContext, "appUrl" | "newId" | "ports">,
  user: Pick<Factors["user"], "email" | "language">,
  news: FactorNews,
  values: Record<string, string | number> = {},
): void {
  const url = `${ctx.appUrl}/log-in?lng=${user.language}`;
  const mail = factorMail({ to: user, news, url, reason: ctx.newId(), values });
  ctx.ports.later(() => ctx.ports.mail.send(mail));
}
