import { useTranslation } from "react-i18next";
import type { ImportSettings } from "~/domain/imports/import.schema";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";

type Consent = ImportSettings["consent"];
type ConsentProofProps = { consent: Consent; onChange: (consent: Consent) => void };

/** Where and by which words people agreed: without it, no column may say that they did. */
export function ConsentProof({ consent, onChange }: ConsentProofProps) {
  const { t } = useTranslation("imports");
  const { source, wording } = consent ?? { source: "", wording: "" };
  return (
    <div className="grid gap-4 rounded-control bg-sunken p-4">
      <p className="text-sm text-ink">{t("consent.lead")}</p>
      <Field id="consent-source" label={t("consent.source")} help={t("consent.sourceHelp")}>
        {(control) => (
          <Input
            {...control}
            required
            minLength={3}
            maxLength={200}
            value={source}
            onChange={(event) => onChange({ source: event.target.value, wording })}
          />
        )}
      </Field>
      <Field id="consent-wording" label={t("consent.wording")} help={t("consent.wordingHelp")}>
        {(control) => (
          <Textarea
            {...control}
            required
            minLength={3}
            maxLength={2000}
            rows={3}
            value={wording}
            onChange={(event) => onChange({ source, wording: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
