import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PolicyText } from "~/components/public/policy-text";
import { ProcessorList } from "~/components/public/processor-list";
import { VersionList } from "~/components/public/version-list";
import { PublicShell } from "~/components/shell/public-shell";
import { TextLink } from "~/components/ui/text-link";
import { POLICY_VERSION } from "~/domain/accounts/privacy-policy";
import { PRIVACY_CONTACT, readPolicy } from "~/domain/privacy/policy";
import { readHistory } from "~/domain/privacy/policy-history";
import { SUB_PROCESSORS } from "~/domain/privacy/sub-processors";
import { findLanguage, getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";

export async function loader({ request }: LoaderFunctionArgs) {
  const language = await findLanguage(request);
  return {
    title: getServerT(language)("privacy:metaTitle"),
    sections: readPolicy(language),
    processors: SUB_PROCESSORS,
    version: POLICY_VERSION,
    versions: readHistory(language),
    contact: PRIVACY_CONTACT,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Privacy() {
  const { sections, processors, version, versions, contact } = useLoaderData<typeof loader>();
  const { t } = useTranslation("privacy");
  const format = useFormat();
  return (
    <PublicShell>
      <article className="mx-auto max-w-220 px-4 py-10 sm:px-6 sm:py-16">
        <header className="mb-10 grid gap-4 border-b border-line pb-8">
          <h1 className="text-3xl font-medium text-ink">{t("title")}</h1>
          <p className="max-w-[68ch] text-lg text-pretty text-muted">{t("lead")}</p>
          <p>
            <TextLink to="/trust">{t("toTrust")}</TextLink>
          </p>
          <p className="text-sm text-faint">
            {t("version", { version, date: format.date(`${version}T04:00:00Z`) })}
          </p>
        </header>
        <div className="grid gap-12">
          <PolicyText sections={sections} />
          <ProcessorList processors={processors} />
          <VersionList versions={versions} />
          <p className="text-lg text-muted">
            {t("questions")}{" "}
            <a href={`mailto:${contact}`} className="text-brand-text underline underline-offset-3">
              {contact}
            </a>
          </p>
        </div>
      </article>
    </PublicShell>
  );
}
