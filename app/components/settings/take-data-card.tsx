import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonStyles } from "../ui/button-styles";
import { Card, CardBody, CardHeader } from "../ui/card";
import { TextLink } from "../ui/text-link";

/** Takes the account's data away, or the account itself. */
export function TakeDataCard({ slug }: { slug: string }) {
  const { t } = useTranslation("rights");
  const file = `/o/${slug}/settings/your-data/file`;
  return (
    <Card>
      <CardHeader title={t("yours.title")} />
      <CardBody className="grid gap-4">
        <p className="max-w-prose text-muted">{t("yours.lead")}</p>
        <div className="flex flex-wrap items-center gap-2">
          {(["csv", "json"] as const).map((format) => (
            // A file, not a page: the browser asks for it itself.
            <a
              key={format}
              href={`${file}?format=${format}`}
              download
              className={buttonStyles({ variant: "secondary" })}
            >
              <Download aria-hidden="true" />
              {t(`yours.download.${format}`)}
            </a>
          ))}
        </div>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <TextLink to={`/o/${slug}/settings/profile`}>{t("yours.correct")}</TextLink>
          <TextLink to="/account/closing">{t("yours.close")}</TextLink>
        </p>
      </CardBody>
    </Card>
  );
}
