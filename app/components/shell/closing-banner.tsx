import { DoorClosed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";
import { LinkButton } from "../ui/link-button";

type ClosingBannerProps = { slug: string; closesAt: Date | string; mayReopen: boolean };

/** On every page of an organization that is closing: until when, and the way back. */
export function ClosingBanner({ slug, closesAt, mayReopen }: ClosingBannerProps) {
  const { t } = useTranslation("shell");
  const format = useFormat();
  return (
    <Banner
      tone="warn"
      icon={DoorClosed}
      title={t("closing.title")}
      action={
        mayReopen && (
          <LinkButton size="small" to={`/o/${slug}/settings/closing`}>
            {t("closing.reopen")}
          </LinkButton>
        )
      }
      className="mb-4"
    >
      {t("closing.body", { date: format.date(closesAt) })}
    </Banner>
  );
}
