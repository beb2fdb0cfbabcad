import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CustomField, guessColumns } from "~/domain/imports/guess-columns";
import type { ImportSettings } from "~/domain/imports/import.schema";
import { keyColumns } from "~/domain/imports/import-fields";
import type { ImportDetails } from "~/domain/imports/imports-queries.server";
import { keyOf, openQuestions, proposeSettings } from "~/domain/imports/propose-settings";
import { useMessage } from "~/i18n/use-message";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { ColumnRows } from "./column-rows";
import { ConsentProof } from "./consent-proof";
import { IdentityChoice } from "./identity-choice";
import { ReadingRules } from "./reading-rules";
import type { useImportAct } from "./use-import-act";

type MatchColumnsProps = {
  file: Pick<ImportDetails, "noun" | "columns" | "settings" | "remembered" | "shops">;
  /** The file's first rows. */
  rows: string[][];
  fields: CustomField[];
  organization: { currency: string; country: string };
  base: string;
  mayMakeFields: boolean;
  action: ReturnType<typeof useImportAct>;
};

/** Which column is which field, what identifies a record, and how its cells are read; then the rehearsal. */
export function MatchColumns(props: MatchColumnsProps) {
  const { file, rows, fields, organization, base, mayMakeFields, action } = props;
  const { t } = useTranslation("imports");
  const message = useMessage();
  const { noun, columns } = file;
  const [proposal] = useState(() =>
    proposeSettings({ noun, columns, rows }, { ...organization, fields }, file.settings ?? file.remembered),
  );
  const [settings, setSettings] = useState<ImportSettings>(proposal.settings);
  const [isOpen, setOpen] = useState(!proposal.isSure || file.settings !== null);
  const change = (changed: Partial<ImportSettings>) => setSettings({ ...settings, ...changed });
  const changeColumn = (at: number, target: string) => {
    // A field is matched once: the column that had it before gives it up.
    const targets = settings.columns.map((had, n) => (n === at ? target : had === target ? "" : had));
    const isMatched = keyColumns(settings.key).every((field) => targets.includes(field));
    change({ columns: targets, key: isMatched ? settings.key : keyOf(noun, targets) });
  };
  const hasConsent = settings.columns.some((target) => target.startsWith("consent."));
  const rehearse = () =>
    action.act(
      { intent: "match", settings: { ...settings, consent: hasConsent ? settings.consent : null } },
      { intent: "rehearse" },
    );
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void rehearse();
      }}
    >
      {action.refusal && <Banner tone="bad">{message(action.refusal)}</Banner>}
      {proposal.isSure && (
        <Banner
          tone="good"
          action={!isOpen && <Button onClick={() => setOpen(true)}>{t("match.look")}</Button>}
        >
          {t(file.settings === null && file.remembered ? "match.remembered" : "match.allKnown")}
        </Banner>
      )}
      {isOpen && (
        <Card>
          <CardHeader title={t("match.title")} detail={t("match.lead")} />
          <ColumnRows
            noun={noun}
            columns={columns}
            contents={guessColumns({ noun, columns, fields }, rows)}
            targets={settings.columns}
            fields={fields}
            base={base}
            currency={settings.currency}
            mayMakeFields={mayMakeFields}
            onChange={changeColumn}
          />
        </Card>
      )}
      <Card>
        <CardHeader title={t("match.how")} />
        <CardBody className="grid gap-5">
          <IdentityChoice noun={noun} settings={settings} onChange={change} />
          <ReadingRules
            settings={settings}
            shops={file.shops}
            questions={openQuestions({ rows, targets: settings.columns })}
            onChange={change}
          />
          {hasConsent && (
            <ConsentProof consent={settings.consent} onChange={(consent) => change({ consent })} />
          )}
        </CardBody>
      </Card>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p className="text-sm text-muted">{t("match.next")}</p>
        <Button type="submit" variant="primary" isLoading={action.isPending} className="max-sm:w-full">
          {t("match.rehearse")}
        </Button>
      </div>
    </form>
  );
}
