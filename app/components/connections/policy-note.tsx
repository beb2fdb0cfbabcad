import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";

type PolicyNoteProps = {
  label: string;
  /** Null where nobody can say whose policy it would be. */
  policyUrl: string | null;
};

/** The shop's platform has a policy of its own; here it is. */
export function PolicyNote({ label, policyUrl }: PolicyNoteProps) {
  const { t } = useTranslation("connections");
  return (
    <p className="text-sm text-muted">
      {policyUrl === null ? t("policyUnknown") : t("policyNote", { platform: label })}{" "}
      {policyUrl !== null && (
        <a
          href={policyUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 rounded-small text-brand-text underline underline-offset-3"
        >
          {t("policyLink", { platform: label })}
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </a>
      )}
    </p>
  );
}
