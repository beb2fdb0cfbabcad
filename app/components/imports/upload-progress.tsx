import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Button } from "../ui/button";
import { Progress } from "../ui/progress";
import type { FileNews } from "./file-work";

type UploadProgressProps = { news: Extract<FileNews, { kind: "sending" }>; onCancel: () => void };

/** How much of the file has been sent, in rows and in hundredths of its size. */
export function UploadProgress({ news, onCancel }: UploadProgressProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <div className="grid gap-3">
      <Progress
        label={t("bring.sending", { rows: format.number(news.rows) })}
        done={Math.round(news.share * 100)}
        total={100}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted">{t("bring.stay")}</p>
        <Button onClick={onCancel}>{t("bring.stop")}</Button>
      </div>
    </div>
  );
}
