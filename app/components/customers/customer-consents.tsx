import { useTranslation } from "react-i18next";
import type { CustomerView } from "~/domain/customers/get-customer.server";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { ConsentDialog } from "./consent-dialog";
import { ConsentLedger } from "./consent-ledger";
import { ConsentState } from "./consent-state";

type CustomerConsentsProps = {
  consents: CustomerView["consents"];
  customerTo: string;
  mayEdit: boolean;
};

/** The latest word per channel, who brought it and when; everything before it on request. */
export function CustomerConsents({ consents, customerTo, mayEdit }: CustomerConsentsProps) {
  const { t } = useTranslation("customers");
  return (
    <Card>
      <CardHeader title={t("page.consents")} action={mayEdit && <ConsentDialog customerTo={customerTo} />} />
      <CardBody>
        {consents.length === 0 && <p className="text-sm text-pretty text-muted">{t("page.noConsents")}</p>}
        <ul className="divide-y divide-line">
          {consents.map(({ channel, state, source, decidedAt, wording, place, actor }) => (
            <li key={channel} className="flex items-start justify-between gap-4 py-2.5">
              <span className="min-w-0 break-words">
                <span className="block text-ink">{t(`channels.${channel}`)}</span>
                <span className="text-sm text-muted">
                  {actor ?? t(`consentSources.${source}`)}
                  {place && `, ${place}`}, <DateTime at={decidedAt} show="date" />
                </span>
                {wording && <span className="block text-sm text-muted">“{wording}”</span>}
              </span>
              <ConsentState state={state} />
            </li>
          ))}
        </ul>
        {consents.length > 0 && <ConsentLedger key={customerTo} customerTo={customerTo} />}
      </CardBody>
    </Card>
  );
}
