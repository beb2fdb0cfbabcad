import { useTranslation } from "react-i18next";
import type { ImportNoun } from "~/domain/imports/import-fields";
import type { Rehearsal } from "~/domain/imports/import-outcomes";
import { useFormat } from "~/i18n/use-format";
import { useMessage } from "~/i18n/use-message";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { OutcomeCounts } from "./outcome-counts";
import { RowExamples } from "./row-examples";
import { UntaggedNote } from "./untagged-note";
import type { useImportAct } from "./use-import-act";

type RehearsalResultProps = {
  base: string;
  noun: ImportNoun;
  rehearsal: Rehearsal;
  columns: string[];
  fieldName: (field: string) => string;
  action: ReturnType<typeof useImportAct>;
  onMatch: () => void;
};

/** What would become of the file, exactly; and the one step that writes it. */
export function RehearsalResult({
  base,
  noun,
  rehearsal,
  columns,
  fieldName,
  action,
  onMatch,
}: RehearsalResultProps) {
  const { t } = useTranslation("imports");
  const message = useMessage();
  const format = useFormat();
  const { counts } = rehearsal;
  const written = counts.created + counts.changed;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {action.refusal && <Banner tone="bad">{message(action.refusal)}</Banner>}
      <Banner tone="info">{t("rehearsal.nothingWritten")}</Banner>
      <UntaggedNote counts={counts} base={base} />
      <Card>
        <CardHeader title={t("rehearsal.title")} detail={t("rehearsal.lead")} />
        <OutcomeCounts counts={counts} />
        <RowExamples examples={rehearsal.examples} columns={columns} fieldName={fieldName} />
      </Card>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <Button onClick={onMatch} className="max-sm:w-full">
          {t("rehearsal.match")}
        </Button>
        <Button
          variant="primary"
          disabled={written === 0}
          isLoading={action.isPending}
          onClick={() => void action.act({ intent: "run" })}
          className="max-sm:w-full"
        >
          {written === 0
            ? t("rehearsal.nothing")
            : t(`rehearsal.run.${noun}`, { count: written, rows: format.number(written) })}
        </Button>
      </div>
    </div>
  );
}
