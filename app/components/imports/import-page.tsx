import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomField } from "~/domain/imports/guess-columns";
import { type ImportState, isWorking } from "~/domain/imports/import-state";
import type { ImportDetails } from "~/domain/imports/imports-queries.server";
import { Banner } from "../ui/banner";
import { BringFile } from "./bring-file";
import { ImportResult } from "./import-result";
import { type ImportStep, ImportSteps } from "./import-steps";
import { ImportWorking } from "./import-working";
import { MatchColumns } from "./match-columns";
import { RehearsalResult } from "./rehearsal-result";
import { useImportAct } from "./use-import-act";
import { useWhileWorking } from "./use-while-working";

type ImportPageProps = {
  base: string;
  file: ImportDetails;
  /** Its first rows, while its columns may be matched. */
  sample: string[][];
  fields: CustomField[];
  organization: { currency: string; country: string };
  mayMakeFields: boolean;
};

const STEP_OF: Partial<Record<ImportState, ImportStep>> = {
  uploading: "bring",
  matching: "match",
  rehearsing: "rehearse",
  rehearsed: "rehearse",
};

/** The step that an import is at. */
export function ImportPage(props: ImportPageProps) {
  const { base, file, sample, fields, organization, mayMakeFields } = props;
  const { t } = useTranslation("imports");
  const action = useImportAct(`${base}/imports/${file.id}`);
  const [isMatching, setMatching] = useState(false);
  const { state } = file;
  useWhileWorking(isWorking(state));
  useEffect(() => {
    if (state !== "rehearsed") setMatching(false);
  }, [state]);
  const fieldName = (field: string) =>
    fields.find(({ id }) => field === `custom:${id}`)?.name ?? t(`fields.${field}`, field);
  const matches = state === "matching" || (state === "rehearsed" && isMatching);
  const step = matches ? "match" : (STEP_OF[state] ?? "result");
  return (
    <>
      <ImportSteps current={step} />
      {state === "uploading" && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Banner tone="info">{t("bring.unfinished", { name: file.fileName })}</Banner>
          <BringFile base={base} noun={file.noun} />
        </div>
      )}
      {matches && (
        <MatchColumns {...{ file, rows: sample, fields, organization, base, mayMakeFields, action }} />
      )}
      {isWorking(state) && <ImportWorking work={state} file={file} action={action} />}
      {state === "rehearsed" && !isMatching && file.rehearsal && (
        <RehearsalResult
          base={base}
          noun={file.noun}
          rehearsal={file.rehearsal}
          columns={file.columns}
          fieldName={fieldName}
          action={action}
          onMatch={() => setMatching(true)}
        />
      )}
      {step === "result" && !isWorking(state) && <ImportResult file={file} base={base} action={action} />}
    </>
  );
}
