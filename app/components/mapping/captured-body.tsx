import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import type { Target } from "~/connectors/generic/targets";
import type { Sample } from "~/domain/mappings/sample";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Select } from "../ui/select";
import { BodyTree } from "./body-tree";
import type { Picked } from "./pick-dialog";
import { useTargetNames } from "./use-target-names";

type CapturedBodyProps = {
  samples: readonly Sample[];
  mapping: Mapping;
  /** The target that the next click adds a value to. */
  joining: Target | null;
  onPick: (picked: Picked) => void;
  onStopJoining: () => void;
};

/** One of the captured deliveries, to be pointed at. */
export function CapturedBody({ samples, mapping, joining, onPick, onStopJoining }: CapturedBodyProps) {
  const { t } = useTranslation("mapping");
  const format = useFormat();
  const nameOf = useTargetNames(mapping.record);
  const [chosenId, choose] = useState(samples[0]?.id);
  const sample = samples.find(({ id }) => id === chosenId) ?? samples[0];
  return (
    <Card className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
      <CardHeader title={t("sample")} />
      <CardBody className="grid gap-3">
        {samples.length > 1 && (
          <Select
            aria-label={t("sample")}
            value={sample?.id}
            onChange={(event) => choose(event.target.value)}
          >
            {samples.map(({ id, receivedAt, topic }) => (
              <option key={id} value={id}>
                {t("sampleOf", { when: format.dateTime(receivedAt), topic })}
              </option>
            ))}
          </Select>
        )}
        {joining && (
          <Banner
            action={
              <Button size="small" onClick={onStopJoining}>
                {t("pick.joinEnd")}
              </Button>
            }
          >
            {t("pick.join", { target: nameOf(joining) })}
          </Banner>
        )}
        {sample && (
          <BodyTree body={sample.body} mapping={mapping} onPick={(path, text) => onPick({ path, text })} />
        )}
      </CardBody>
    </Card>
  );
}
