import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";
import { LinkButton } from "../ui/link-button";

/** Until a new version of the privacy policy is in force: from when, and where to read it. */
export function PolicyBanner({ slug, version }: { slug: string; version: string }) {
  const { t } = useTranslation("shell");
  const format = useFormat();
  return (
    <Banner
      className="mb-4"
      action={
        <LinkButton to={`/o/${slug}/policy`} size="small">
          {t("policy.read")}
        </LinkButton>
      }
    >
      {t("policy.announced", { date: format.date(`${version}T04:00:00Z`) })}
    </Banner>
  );
}
