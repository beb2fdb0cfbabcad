import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { RemoveSample } from "../settings/remove-sample";
import { Banner } from "../ui/banner";

/** Says that what is shown was made up; whoever may, removes it from here. */
export function SampleBanner({ slug, mayRemove }: { slug: string; mayRemove: boolean }) {
  const { t } = useTranslation("dashboard");
  return (
    <Banner
      icon={FlaskConical}
      title={t("sample.title")}
      action={mayRemove && <RemoveSample slug={slug} />}
      className="mb-4"
    >
      {t("sample.body")}
    </Banner>
  );
}
