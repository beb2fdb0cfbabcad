import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ImportDetails } from "~/domain/imports/imports-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useMessage } from "~/i18n/use-message";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { buttonStyles } from "../ui/button-styles";
import { Card, CardBody, CardHeader } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { OutcomeCounts } from "./outcome-counts";
import { UndoDialog } from "./undo-dialog";
import { UntaggedNote } from "./untagged-note";
import type { useImportAct } from "./use-import-act";

type ImportResultProps = {
  file: Pick<ImportDetails, "id" | "noun" | "state" | "counts" | "undo" | "job" | "expiresAt">;
  base: string;
  action: ReturnType<typeof useImportAct>;
};

/** What came of an import: counts, what was rejected as a file, and the way back. */
export function ImportResult({ file, base, action }: ImportResultProps) {
  const { t } = useTranslation("imports");
  const message = useMessage();
  const format = useFormat();
  const { state, counts, undo, expiresAt } = file;
  const isStopped = state === "cancelled" || state === "failed";
  const isUndone = state === "undone";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {action.refusal && <Banner tone="bad">{message(action.refusal)}</Banner>}
      {isStopped && (
        <Banner
          tone={state === "failed" ? "bad" : "warn"}
          action={
            <Button isLoading={action.isPending} onClick={() => void action.act({ intent: "run" })}>
              {t("result.goOn")}
            </Button>
          }
        >
          {t(`result.${state}`)} {state === "failed" && file.job?.errorKey && message(file.job.errorKey)}
        </Banner>
      )}
      {state === "undo_stopped" && <Banner tone="warn">{t("result.undoStopped")}</Banner>}
      {counts && !isUndone && <UntaggedNote counts={counts} base={base} isWritten />}
      <Card>
        <CardHeader
          title={t(isUndone ? "result.undone" : "result.title")}
          detail={isUndone ? undefined : t("result.lead")}
        />
        {counts && <OutcomeCounts counts={counts} />}
        <CardBody className="grid gap-4 pt-4 sm:pt-5">
          {undo && (
            <p className="text-ink">
              {t("result.undoCounts", {
                restored: format.number(undo.restored),
                trashed: format.number(undo.trashed),
                kept: format.number(undo.kept),
              })}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <LinkButton variant="primary" to={`${base}/${file.noun}`} className="max-sm:w-full">
              {t(`result.see.${file.noun}`)}
            </LinkButton>
            {counts && counts.rejected > 0 && (
              // A file, not a page: the browser asks for it itself.
              <a
                href={`${base}/imports/${file.id}/rejected.csv`}
                download
                className={buttonStyles({ className: "max-sm:w-full" })}
              >
                <Download aria-hidden="true" />
                {t("result.rejected")}
              </a>
            )}
            {!isUndone && expiresAt && <UndoDialog action={action} />}
          </div>
          {!isUndone && expiresAt && (
            <p className="text-sm text-muted">{t("result.until", { date: format.date(expiresAt) })}</p>
          )}
        </CardBody>
      </Card>
    </div>
  );
}
