import { useTranslation } from "react-i18next";
import type { Setup } from "~/domain/connections/get-setup.server";
import { CopyField } from "../ui/copy-field";
import { SecretPanel } from "./secret-panel";

/** What to copy where, step by step. */
export function SetupGuide({ setup, secretId }: { setup: Setup; secretId: string | null }) {
  const { t } = useTranslation("connections");
  const { isSecretBrought, overlapDays } = setup;
  return (
    <div className="grid gap-6">
      <CopyField label={t("new.url")} value={setup.address} />
      {/* A secret that is shown belongs to its id: after a rotation the new one is hidden again. */}
      <SecretPanel
        key={secretId}
        hasSecret={secretId !== null}
        isSecretBrought={isSecretBrought}
        overlapDays={overlapDays}
      />
      <ol className="grid gap-4">
        {setup.steps.map((step, index) => (
          <li key={step.titleKey} className="grid grid-cols-[1.75rem_1fr] gap-x-3">
            <span
              aria-hidden="true"
              className="figures grid size-7 place-items-center rounded-full border border-line bg-sunken text-sm font-medium text-muted"
            >
              {index + 1}
            </span>
            <div className="grid gap-1 pt-1">
              <h3 className="text-base font-medium text-ink">{t(step.titleKey)}</h3>
              <p className="text-base text-pretty text-muted">{t(step.bodyKey)}</p>
            </div>
          </li>
        ))}
      </ol>
      <details className="group">
        <summary className="w-fit rounded-small text-sm text-muted hover:text-ink">
          {t("setup.forDevelopers")}
        </summary>
        <dl className="mt-3 grid gap-3 text-sm">
          <div>
            <dt className="text-muted">{t("setup.header")}</dt>
            <dd className="font-mono text-ink">{setup.signatureHeader}</dd>
          </div>
          <div>
            <dt className="text-muted">{t("new.topics")}</dt>
            <dd className="mt-1 flex flex-wrap gap-1.5">
              {setup.topics.map((topic) => (
                <code key={topic} className="rounded-small bg-hover px-1.5 py-0.5 font-mono text-xs text-ink">
                  {topic}
                </code>
              ))}
            </dd>
          </div>
        </dl>
      </details>
    </div>
  );
}
