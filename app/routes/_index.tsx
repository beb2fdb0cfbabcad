import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HomePicture } from "~/components/public/home-picture";
import { HomePoints } from "~/components/public/home-points";
import { PublicShell } from "~/components/shell/public-shell";
import { LinkButton } from "~/components/ui/link-button";
import { CONNECTORS } from "~/connectors/registry";
import { findLanguage, getServerT } from "~/i18n/i18n.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = getServerT(await findLanguage(request));
  return {
    title: t("public:home.metaTitle"),
    description: t("public:home.metaDescription"),
    platforms: Object.values(CONNECTORS).map((connector) => connector.label),
    homeHref: (await context.session.read()) ? "/o" : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function Home() {
  const { platforms, homeHref } = useLoaderData<typeof loader>();
  const { t } = useTranslation("public");
  return (
    <PublicShell homeHref={homeHref}>
      <section className="mx-auto grid max-w-270 items-center gap-12 px-4 py-14 sm:px-6 sm:py-20 lg:grid-cols-[1fr_1.25fr] lg:gap-16">
        <div>
          <h1 className="text-3xl font-medium text-balance text-ink">{t("home.title")}</h1>
          <p className="mt-5 text-lg text-pretty text-muted">{t("home.lead")}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <LinkButton to={homeHref ?? "/sign-up"} variant="primary" size="large">
              {t(homeHref ? "header.dashboard" : "home.start")}
            </LinkButton>
            {!homeHref && (
              <LinkButton to="/log-in" size="large">
                {t("home.logIn")}
              </LinkButton>
            )}
          </div>
          <p className="mt-6 text-sm text-faint">
            {t("home.platforms")} {platforms.join(" · ")}
          </p>
        </div>
        <HomePicture />
      </section>
      <section className="border-t border-line bg-sunken">
        <div className="mx-auto max-w-270 px-4 py-14 sm:px-6 sm:py-20">
          <HomePoints />
        </div>
      </section>
    </PublicShell>
  );
}
