import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { IngressFacts } from "~/components/public/ingress-facts";
import { PublicShell } from "~/components/shell/public-shell";
import { Banner } from "~/components/ui/banner";
import { judgeIngress } from "~/domain/deliveries/ingress-state";
import { findLanguage, getServerT } from "~/i18n/i18n.server";

const TONES = { good: "good", late: "warn", down: "bad" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = await findLanguage(request);
  const now = context.now();
  const state = await context.readIngress(now);
  return { title: getServerT(language)("status:metaTitle"), state, verdict: judgeIngress(state, now) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** How shops' deliveries are taken in and handled, for anybody; without figures of anyone. */
export default function Status() {
  const { state, verdict } = useLoaderData<typeof loader>();
  const { t } = useTranslation("status");
  return (
    <PublicShell>
      <article className="mx-auto grid max-w-180 gap-6 px-4 py-10 sm:px-6 sm:py-16">
        <header className="grid gap-3">
          <h1 className="text-3xl font-medium text-ink">{t("title")}</h1>
          <p className="text-lg text-pretty text-muted">{t("lead")}</p>
        </header>
        <Banner tone={TONES[verdict]} title={t(`verdict.${verdict}`)}>
          {t(`hint.${verdict}`)}
        </Banner>
        <IngressFacts state={state} />
        <p className="text-sm text-muted">{t("note")}</p>
      </article>
    </PublicShell>
  );
}
