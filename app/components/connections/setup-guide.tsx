import { useTranslation } from "react-i18next";
import type { Setup } from "~/domain/connections/get-setup.server";
import { CopyField } from "../ui/copy-field";
import { ProofPanel } from "./proof-panel";
import { SecretAddresses } from "./secret-addresses";
import { SecretPanel } from "./secret-panel";
import { SetupPicture } from "./setup-picture";
import { WireCertainty } from "./wire-certainty";

/** What to copy where, step by step. */
export function SetupGuide({ setup, secretId }: { setup: Setup; secretId: string | null }) {
  const { t } = useTranslation("connections");
  return (
    <div className="grid gap-6">
      {setup.chosenProof && <ProofPanel key={JSON.stringify(setup.chosenProof)} proof={setup.chosenProof} />}
      {/* A secret that is shown belongs to its id: after a rotation the new one is hidden again. */}
      {setup.proof === "address" ? (
        <SecretAddresses key={secretId} setup={setup} />
      ) : (
        <>
          <CopyField label={t("new.url")} value={setup.address} />
          <SecretPanel key={secretId} hasSecret={secretId !== null} setup={setup} />
        </>
      )}
      <ol className="grid gap-4">
        {setup.guide.steps.map((step, index) => (
          <li key={step.title} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
            <span
              aria-hidden="true"
              className="figures grid size-7 place-items-center rounded-full border border-line bg-sunken text-sm font-medium text-muted"
            >
              {index + 1}
            </span>
            <div className="grid gap-1 pt-1">
              <h3 className="text-base font-medium text-ink">{step.title}</h3>
              <p className="text-base text-pretty text-muted">{step.body}</p>
              {step.picture && <SetupPicture picture={step.picture} />}
            </div>
          </li>
        ))}
      </ol>
      <WireCertainty label={setup.label} facts={setup.facts} />
      <ForDevelopers setup={setup} />
    </div>
  );
}

function ForDevelopers({ setup: { signatureHeader, topics } }: { setup: Setup }) {
  const { t } = useTranslation("connections");
  if (topics.length === 0) return null;
  return (
    <details className="group">
      <summary className="w-fit rounded-small text-sm text-muted hover:text-ink">
        {t("setup.forDevelopers")}
      </summary>
      <dl className="mt-3 grid gap-3 text-sm">
        {signatureHeader && (
          <div>
            <dt className="text-muted">{t("setup.header")}</dt>
            <dd className="font-mono text-ink">{signatureHeader}</dd>
          </div>
        )}
        <div>
          <dt className="text-muted">{t("new.topics")}</dt>
          <dd className="mt-1 flex flex-wrap gap-1.5">
            {topics.map((topic) => (
              <code key={topic} className="rounded-small bg-hover px-1.5 py-0.5 font-mono text-xs text-ink">
                {topic}
              </code>
            ))}
          </dd>
        </div>
      </dl>
    </details>
  );
}
