import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportNoun } from "~/domain/imports/import-fields";
import { useMessage } from "~/i18n/use-message";
import type { LookChoice, TableLook } from "~/lib/files/look-at-table";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DropZone } from "./drop-zone";
import { FilePreview } from "./file-preview";
import { PasteBox } from "./paste-box";
import { ReadingChoices } from "./reading-choices";
import { UploadProgress } from "./upload-progress";
import { useFileWork } from "./use-file-work";

type BringFileProps = {
  /** The organization's address. */
  base: string;
  noun: ImportNoun;
};

/** From a file, or pasted rows, to rows on the server: looked at first, then sent part by part. */
export function BringFile({ base, noun }: BringFileProps) {
  const { t } = useTranslation("imports");
  const message = useMessage();
  const navigate = useNavigate();
  const { start, stop, news, isBusy } = useFileWork();
  const [file, setFile] = useState<File | null>(null);
  const [look, setLook] = useState<TableLook | null>(null);

  const lookAt = (chosen: File, choice: LookChoice = {}) => {
    if (chosen !== file) setLook(null);
    setFile(chosen);
    start({ kind: "look", file: chosen, choice });
  };
  useEffect(() => {
    if (news?.kind === "looked") setLook(news.look);
    if (news?.kind !== "sent" || !look) return;
    const same = news.same === null ? "" : `?same=${news.same}`;
    navigate(`${base}/imports/${news.importId}${same}`);
  }, [news, look, base, navigate]);

  const isSending = isBusy && (news?.kind === "sending" || look !== null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {news?.kind === "refused" && (
        <Banner tone="bad" title={file?.name}>
          {t(`refusals.${news.code}`, news.values)}
        </Banner>
      )}
      {news?.kind === "failed" && <Banner tone="bad">{message(news.message)}</Banner>}
      {file && look ? (
        <Card>
          <CardHeader
            title={file.name}
            detail={t("bring.check")}
            action={
              <Button
                variant="ghost"
                onClick={() => {
                  stop();
                  setFile(null);
                  setLook(null);
                }}
              >
                {t("bring.another")}
              </Button>
            }
          />
          <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <ReadingChoices look={look} onChange={(choice) => lookAt(file, choice)} />
            <FilePreview look={look} />
            {isSending && news?.kind === "sending" ? (
              <UploadProgress news={news} onCancel={stop} />
            ) : (
              <div className="flex justify-end">
                <Button
                  variant="primary"
                  isLoading={isBusy}
                  className="max-sm:w-full"
                  onClick={() => start(sendTask(file, look, { base, noun }))}
                >
                  {t(news?.kind === "failed" ? "bring.goOn" : "bring.send")}
                </Button>
              </div>
            )}
          </CardBody>
        </Card>
      ) : (
        <Card>
          <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-5 pt-4 sm:pt-5">
            <DropZone onFile={lookAt} />
            {isBusy && (
              <p role="status" className="text-muted">
                {t("bring.looking")}
              </p>
            )}
            <PasteBox onFile={lookAt} />
          </CardBody>
        </Card>
      )}
    </div>
  );
}

function sendTask(file: File, look: TableLook, { base, noun }: BringFileProps) {
  const { columns, encoding, delimiter, sheet, headerRow } = look;
  const choice = {
    encoding: encoding ?? undefined,
    delimiter: delimiter ?? undefined,
    sheet: sheet ?? undefined,
    headerRow,
    columns: columns.length,
  };
  const facts = { noun, fileName: file.name, columns, encoding, delimiter, sheet };
  return { kind: "send" as const, file, choice, facts, base };
}
