import { useParams, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Banner } from "../ui/banner";
import { TextLink } from "../ui/text-link";

/** Says that the same content was imported before, when the address of the page names that import. */
export function SameFileNote({ base }: { base: string }) {
  const { t } = useTranslation("imports");
  const { importId } = useParams();
  const [params] = useSearchParams();
  const same = params.get("same");
  if (!same || same === importId) return null;
  return (
    <Banner tone="warn" className="mb-4">
      {t("same.lead")} <TextLink to={`${base}/imports/${encodeURIComponent(same)}`}>{t("same.see")}</TextLink>
    </Banner>
  );
}
