import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "~/domain/organizations/organization.schema";
import { isLanguage, LANGUAGE_NAMES } from "~/i18n/languages";
import { Fact, Facts } from "../ui/facts";

/** The settings as they are, for those who do not change them. */
export function OrganizationFacts({ organization }: { organization: OrganizationSettings }) {
  const { t } = useTranslation(["settings", "common"]);
  const { name, details, timeZone, currency, language } = organization;
  const none = <span className="text-faint">{t("common:none")}</span>;
  return (
    <>
      <p className="mb-3 text-muted">{t("organization.readOnly")}</p>
      <Facts>
        <Fact label={t("organization.name")}>{name}</Fact>
        <Fact label={t("organization.registrationNumber")}>{details.registrationNumber ?? none}</Fact>
        <Fact label={t("organization.phone")}>{details.phone ?? none}</Fact>
        <Fact label={t("organization.website")}>{details.website ?? none}</Fact>
        <Fact label={t("organization.postal")}>
          <span className="whitespace-pre-line">{details.address ?? none}</span>
        </Fact>
        <Fact label={t("organization.timeZone")}>{timeZone}</Fact>
        <Fact label={t("organization.currency")}>{currency}</Fact>
        <Fact label={t("organization.language")}>
          {isLanguage(language) ? LANGUAGE_NAMES[language] : none}
        </Fact>
      </Facts>
    </>
  );
}
