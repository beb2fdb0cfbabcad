import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import type { Target } from "~/connectors/generic/targets";
import { pointAlsoAt, pointAt, pointAtLine } from "~/domain/mappings/edit-mapping";
import type { Sample } from "~/domain/mappings/sample";
import { Card, CardBody, CardHeader } from "../ui/card";
import { CapturedBody } from "./captured-body";
import { EventChoices } from "./event-choices";
import { HowWritten } from "./how-written";
import { LineRows } from "./line-rows";
import { MappingPreview } from "./mapping-preview";
import { PickDialog, type Picked } from "./pick-dialog";
import { StatusMeanings } from "./status-meanings";
import { TargetRows } from "./target-rows";

type MappingEditorProps = {
  mapping: Mapping;
  samples: readonly Sample[];
  onChange: (mapping: Mapping) => void;
};

/** The captured deliveries, what their fields mean, and what would be written: a click on a value asks what it is. */
export function MappingEditor({ mapping, samples, onChange }: MappingEditorProps) {
  const { t } = useTranslation("mapping");
  const [picked, setPicked] = useState<Picked | null>(null);
  const [joining, setJoining] = useState<Target | null>(null);
  const bodies = samples.map(({ body }) => body);
  const pick = (next: Picked) => {
    if (joining) onChange(pointAlsoAt(mapping, joining, next.path));
    else setPicked(next);
    setJoining(null);
  };
  const settle = (changed: Mapping) => {
    onChange(changed);
    setPicked(null);
  };
  return (
    <>
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-2">
        <CapturedBody
          samples={samples}
          mapping={mapping}
          joining={joining}
          onPick={pick}
          onStopJoining={() => setJoining(null)}
        />
        <Card>
          <CardHeader title={t("fields")} detail={t("fieldsLead")} />
          <CardBody className="grid gap-5">
            <HowWritten mapping={mapping} onChange={onChange} />
            <TargetRows mapping={mapping} onChange={onChange} onJoin={setJoining} />
            {mapping.record === "order" && <LineRows mapping={mapping} onChange={onChange} />}
            <EventChoices bodies={bodies} mapping={mapping} onChange={onChange} />
          </CardBody>
        </Card>
      </div>
      {mapping.record === "order" && (
        <Card>
          <CardHeader title={t("statuses.title")} detail={t("statuses.lead")} />
          <CardBody>
            <StatusMeanings bodies={bodies} mapping={mapping} onChange={onChange} />
          </CardBody>
        </Card>
      )}
      <Card>
        <CardHeader title={t("preview.title")} detail={t("preview.lead")} />
        <div className="border-t border-line">
          <MappingPreview samples={samples} mapping={mapping} />
        </div>
      </Card>
      <PickDialog
        picked={picked}
        record={mapping.record}
        onClose={() => setPicked(null)}
        onTarget={(target, path) => settle(pointAt(mapping, target, path))}
        onLine={(target, path) => settle(pointAtLine(mapping, target, path))}
      />
    </>
  );
}
