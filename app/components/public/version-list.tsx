import { useTranslation } from "react-i18next";
import type { PastVersion } from "~/domain/privacy/policy-history";
import { useFormat } from "~/i18n/use-format";
import { WordChanges } from "./word-changes";

/** Every version of the policy, newest first, each with what it changed. */
export function VersionList({ versions }: { versions: readonly PastVersion[] }) {
  const { t } = useTranslation("privacy");
  const format = useFormat();
  const dateOf = (day: string) => format.date(`${day}T04:00:00Z`);
  return (
    <section id="versions" aria-labelledby="versions-title" className="scroll-mt-20">
      <h2 id="versions-title" className="mb-2 text-xl font-medium text-ink">
        {t("versions.title")}
      </h2>
      <p className="mb-4 max-w-[68ch] text-lg text-pretty text-muted">{t("versions.lead")}</p>
      <ol className="grid gap-6">
        {versions.map(({ version, announcedOn, changed }) => (
          <li key={version} className="grid gap-2">
            <h3 className="text-base font-medium text-ink">
              {t("versions.one", { version, date: dateOf(version) })}
            </h3>
            <p className="text-sm text-faint">{t("versions.announced", { date: dateOf(announcedOn) })}</p>
            {changed.length > 0 ? (
              <WordChanges changed={changed} />
            ) : (
              <p className="text-muted">{t("versions.first")}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
