import { useFetcher } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerConsent } from "~/domain/customers/consent-ledger-queries.server";
import { useFormat } from "~/i18n/use-format";
import { OlderRows } from "../lists/older-rows";
import { Button } from "../ui/button";
import { DateTime } from "../ui/date-time";
import { ConsentState } from "./consent-state";

type Ledger = { rows: LedgerConsent[]; next: string | null };

/** Everything that a customer ever decided, newest first; it is loaded when somebody asks for it. */
export function ConsentLedger({ customerTo }: { customerTo: string }) {
  const { t } = useTranslation("customerPage");
  const { data, state, load } = useFetcher<Ledger>();
  const titleId = useId();
  const to = `${customerTo}/consents`;
  if (!data) {
    return (
      <Button
        variant="ghost"
        size="small"
        className="-ml-2.5"
        isLoading={state !== "idle"}
        onClick={() => load(to)}
      >
        {t("consents.history")}
      </Button>
    );
  }
  return (
    <section aria-labelledby={titleId} className="mt-2 border-t border-line pt-3">
      <h3 id={titleId} className="text-sm font-medium text-muted">
        {t("consents.history")}
      </h3>
      <Entries rows={data.rows} />
      {data.next && (
        <OlderRows<LedgerConsent>
          next={data.next}
          toOf={(after) => `${to}?after=${after}`}
          label={t("consents.older")}
        >
          {(rows) => <Entries rows={rows} />}
        </OlderRows>
      )}
    </section>
  );
}

function Entries({ rows }: { rows: readonly LedgerConsent[] }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  return (
    <ol className="divide-y divide-line">
      {rows.map(({ id, channel, state, source, decidedAt, wording, place, address, actor }) => (
        <li key={id} className="grid gap-0.5 py-2.5 text-sm break-words text-muted">
          <span className="flex items-start justify-between gap-4">
            <span className="min-w-0 text-base text-ink">{t(`channels.${channel}`)}</span>
            <ConsentState state={state} />
          </span>
          {wording && <span>“{wording}”</span>}
          <span>
            {[actor ?? t(`consentSources.${source}`), place, address && format.phone(address)]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <DateTime at={decidedAt} className="figures" />
        </li>
      ))}
    </ol>
  );
}
