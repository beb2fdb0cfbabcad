import { EyeOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Phone } from "../ui/phone";

type ContactLineProps = { kind: "email" | "phone"; value: string; isMasked: boolean };

const linkStyles = "rounded-small hover:underline hover:underline-offset-3";

/** An email or phone that one press uses; masked ones say why they are. */
export function ContactLine({ kind, value, isMasked }: ContactLineProps) {
  const { t } = useTranslation("customers");
  if (isMasked) {
    return (
      <span className="inline-flex items-center gap-1.5 text-muted" title={t("hiddenContact")}>
        <span className="figures">{value}</span>
        <EyeOff aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
        <span className="sr-only">({t("hiddenContact")})</span>
      </span>
    );
  }
  if (kind === "phone") return <Phone number={value} isLink={value.startsWith("+")} />;
  return (
    <a href={`mailto:${value}`} className={linkStyles}>
      {value}
    </a>
  );
}
