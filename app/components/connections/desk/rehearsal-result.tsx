import { useTranslation } from "react-i18next";
import type { RecordChange } from "~/domain/deliveries/desk/record-change";
import type { Rehearsal } from "~/domain/deliveries/desk/rehearse-replay.server";
import { useFormat } from "~/i18n/use-format";
import { DeliveryOutcome } from "../../status/delivery-outcome";
import { Badge } from "../../ui/badge";
import { Banner } from "../../ui/banner";
import { DeliveryReason } from "../delivery-reason";
import { FactText } from "./fact-text";

/** More records than anybody reads are counted only. */
const MOST_SHOWN = 50;

/** What a replay would do: what each delivery would come to, and every field that would change. */
export function RehearsalResult({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation("deliveries");
  const format = useFormat();
  const { outcomes, records, isCut } = rehearsal;
  const rest = records.length - MOST_SHOWN;
  return (
    <div className="grid gap-4">
      {isCut && <Banner>{t("rehearsal.cut", { count: outcomes.length })}</Banner>}
      <Outcomes outcomes={outcomes} />
      {records.length === 0 && <p className="text-muted">{t("rehearsal.nothing")}</p>}
      <ul className="grid gap-3">
        {records.slice(0, MOST_SHOWN).map((record) => (
          <ChangedRecord key={record.id} record={record} />
        ))}
      </ul>
      {rest > 0 && (
        <p className="text-sm text-muted">{t("rehearsal.more", { number: format.number(rest) })}</p>
      )}
    </div>
  );
}

function Outcomes({ outcomes }: Pick<Rehearsal, "outcomes">) {
  const groups = new Map<string, Rehearsal["outcomes"]>();
  for (const one of outcomes) {
    const key = `${one.outcome} ${one.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <ul className="grid gap-1.5">
      {[...groups].map(([key, group]) => (
        <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {group[0] && <DeliveryOutcome outcome={group[0].outcome} />}
          <span className="figures font-medium">{group.length}</span>
          {group[0]?.reason && (
            <span className="text-sm text-muted">
              <DeliveryReason reason={group[0].reason} outcome={group[0].outcome} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ChangedRecord({ record }: { record: RecordChange }) {
  const { t } = useTranslation("deliveries");
  const { kind, name, isNew, currency, fields } = record;
  return (
    <li className="rounded-control border">
      <p className="flex items-center justify-between gap-3 px-3 py-2">
        <span className="min-w-0 truncate font-medium">
          {t(`records.kinds.${kind}`)} {name ?? t("records.nameless")}
        </span>
        {isNew && <Badge tone="good">{t("rehearsal.new")}</Badge>}
      </p>
      <dl className="grid gap-x-4 gap-y-1.5 border-t border-line px-3 py-2 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
        {fields.map(({ name: field, before, after }) => (
          <div key={field} className="contents">
            <dt className="text-muted">{t(`facts.${field}`)}</dt>
            <dd className="break-words max-sm:mb-1">
              {!isNew && (
                <>
                  <del className="text-muted">
                    <FactText name={field} value={before} currency={currency} />
                  </del>{" "}
                  <span aria-hidden="true">→</span>{" "}
                </>
              )}
              <ins className="no-underline">
                <FactText name={field} value={after} currency={currency} />
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
