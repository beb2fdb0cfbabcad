import { Form, useActionData, useNavigation } from "@remix-run/react";
import { Webhook } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { type DeliveryFilters, writeLogQuery } from "~/domain/deliveries/delivery-filters";
import { type KeptSample, openSamples } from "~/domain/mappings/sample";
import { useMessage } from "~/i18n/use-message";
import { ReplayActions } from "../connections/desk/replay-actions";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { MappingEditor } from "./mapping-editor";
import { MappingVersions } from "./mapping-versions";

type MappingAnswer = { version: number } | { error?: Record<string, string[] | null> | null };

type MappingPageProps = {
  view: {
    mapping: Mapping | null;
    version: number;
    samples: KeptSample[];
    parked: number;
    versions: { version: number; savedAt: Date; mapping: Mapping }[];
  };
  /** Where the log of deliveries is. */
  log: string;
  /** What waits, in the log's terms. */
  parkedFilters: DeliveryFilters;
};

const MOST_COUNTED = 1000;

/** Says what the fields mean, from the newest deliveries; before there is one, asks for it. */
export function MappingPage({ view, ...parked }: MappingPageProps) {
  const { t } = useTranslation("mapping");
  if (view.mapping === null) {
    return (
      <Card>
        <EmptyState icon={Webhook} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      </Card>
    );
  }
  return <MappingForm key={view.version} {...view} mapping={view.mapping} {...parked} />;
}

type MappingFormProps = MappingPageProps["view"] & Omit<MappingPageProps, "view"> & { mapping: Mapping };

function MappingForm(props: MappingFormProps) {
  const { mapping, version, samples: kept, versions } = props;
  const { t } = useTranslation("mapping");
  const samples = useMemo(() => openSamples(kept), [kept]);
  const [draft, setDraft] = useState(mapping);
  const { state } = useNavigation();
  const isChanged = version === 0 || JSON.stringify(draft) !== JSON.stringify(mapping);
  return (
    <div className="grid gap-4 sm:gap-5">
      <Answer {...props} />
      {samples.length === 0 && <Banner>{t("empty.body")}</Banner>}
      <MappingEditor mapping={draft} samples={samples} onChange={setDraft} />
      <MappingVersions versions={versions} onUse={setDraft} />
      <Form
        method="post"
        className="sticky bottom-0 z-10 flex flex-wrap items-center justify-end gap-3 rounded-card border border-line bg-raised px-4 py-3 max-sm:bottom-16"
      >
        <input type="hidden" name="basedOn" value={version} />
        <input type="hidden" name="mapping" value={JSON.stringify(draft)} />
        {isChanged && <span className="text-sm text-muted">{t("unsaved")}</span>}
        <Button type="submit" variant="primary" isLoading={state === "submitting"}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}

/** What came of saving, and what has waited for it. */
function Answer({ parked, version, log, parkedFilters }: MappingFormProps) {
  const { t } = useTranslation("mapping");
  const message = useMessage();
  const answer = useActionData<MappingAnswer>();
  const errors = answer && "error" in answer ? Object.values(answer.error ?? {}).flat() : [];
  const [error] = errors.filter((one) => one !== null);
  return (
    <div className="grid gap-3 empty:hidden">
      {error && <Banner tone="bad">{message(error)}</Banner>}
      {answer && "version" in answer && (
        <Banner tone="good">{t("saved", { version: answer.version })}</Banner>
      )}
      {version > 0 && parked > 0 && (
        <Banner
          tone="warn"
          action={
            <div className="flex flex-wrap items-center gap-2">
              <ReplayActions
                size="small"
                selection={{ kind: "matching", filters: parkedFilters }}
                action={`${log}?index`}
              />
              <LinkButton size="small" variant="ghost" to={`${log}${writeLogQuery(parkedFilters)}`}>
                {t("toParked")}
              </LinkButton>
            </div>
          }
        >
          {parked < MOST_COUNTED ? t("parked", { count: parked }) : t("parkedMany")}
        </Banner>
      )}
    </div>
  );
}
