import { useTranslation } from "react-i18next";
import type { ImportCounts } from "~/domain/imports/import-outcomes";
import { MOST_TAGS } from "~/domain/tags/tag-limits";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";
import { LinkButton } from "../ui/link-button";

type UntaggedNoteProps = {
  counts: ImportCounts;
  base: string;
  /** Whether the rows are imported already. */
  isWritten?: boolean;
};

/** Says how many rows go without tags for which the organization has no room; nothing where there are none. */
export function UntaggedNote({ counts: { untagged = 0 }, base, isWritten = false }: UntaggedNoteProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  if (untagged === 0) return null;
  const words = { count: untagged, rows: format.number(untagged), most: format.number(MOST_TAGS) };
  return (
    <Banner tone="warn" action={<LinkButton to={`${base}/settings/tags`}>{t("result.tags")}</LinkButton>}>
      {t(isWritten ? "result.untagged" : "rehearsal.untagged", words)}
    </Banner>
  );
}
