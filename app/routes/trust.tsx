import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HeldPromiseRow } from "~/components/public/held-promise";
import { PublicShell } from "~/components/shell/public-shell";
import { TextLink } from "~/components/ui/text-link";
import { readHeldPromises } from "~/domain/privacy/held-promises.server";
import { findLanguage, getServerT } from "~/i18n/i18n.server";
import { useFormat } from "~/i18n/use-format";

export async function loader({ request }: LoaderFunctionArgs) {
  const language = await findLanguage(request);
  const promises = readHeldPromises(language);
  const held = promises.filter(({ unbuilt }) => unbuilt === null);
  return {
    title: getServerT(language)("privacy:trust.metaTitle"),
    promises,
    heldCount: held.length,
    testCount: new Set(held.flatMap(({ tests }) => tests)).size,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The policy's promises beside the tests that hold them. */
export default function Trust() {
  const { promises, heldCount, testCount } = useLoaderData<typeof loader>();
  const { t } = useTranslation("privacy");
  const format = useFormat();
  const facts = {
    held: format.number(heldCount),
    all: format.number(promises.length),
    tests: format.number(testCount),
  };
  return (
    <PublicShell>
      <article className="mx-auto max-w-220 px-4 py-10 sm:px-6 sm:py-16">
        <header className="mb-6 grid gap-4 border-b border-line pb-8">
          <h1 className="text-3xl font-medium text-ink">{t("trust.title")}</h1>
          <p className="max-w-[68ch] text-lg text-pretty text-muted">{t("trust.lead", facts)}</p>
          <p>
            <TextLink to="/privacy">{t("trust.policy")}</TextLink>
          </p>
        </header>
        <ul className="divide-y divide-line">
          {promises.map((promise) => (
            <HeldPromiseRow key={promise.id} {...promise} />
          ))}
        </ul>
      </article>
    </PublicShell>
  );
}
