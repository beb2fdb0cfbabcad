import { Ban, CircleCheck, CircleDashed, Clock, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CustomerView } from "~/domain/customers/get-customer.server";
import { Badge, type Tone } from "../ui/badge";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { ConsentDialog } from "./consent-dialog";

type Consent = CustomerView["consents"][number];

const LOOKS = {
  subscribed: { icon: CircleCheck, tone: "good" },
  unsubscribed: { icon: Ban, tone: "bad" },
  pending: { icon: Clock, tone: "warn" },
  never: { icon: CircleDashed, tone: "neutral" },
} satisfies Record<Consent["state"], { icon: LucideIcon; tone: Tone }>;

type CustomerConsentsProps = {
  consents: Consent[];
  /** The customer's address, for those who may record a decision. */
  customerTo: string | null;
};

/** The latest word per channel, who brought it and when. */
export function CustomerConsents({ consents, customerTo }: CustomerConsentsProps) {
  const { t } = useTranslation("customers");
  return (
    <Card>
      <CardHeader
        title={t("page.consents")}
        action={customerTo && <ConsentDialog customerTo={customerTo} />}
      />
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
      </CardBody>
    </Card>
  );
}

/** What was decided: icon, word and colour. */
export function ConsentState({ state }: { state: Consent["state"] }) {
  const { t } = useTranslation("customers");
  return <Badge {...LOOKS[state]}>{t(`consentStates.${state}`)}</Badge>;
}
