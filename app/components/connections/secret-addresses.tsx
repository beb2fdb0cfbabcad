import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Setup } from "~/domain/connections/get-setup.server";
import { CopyField } from "../ui/copy-field";
import { RevealRow } from "./reveal-row";
import { RotateDialog } from "./rotate-dialog";

/** Addresses that hold the secret themselves, one for each event where the platform needs that; shown on request only. */
export function SecretAddresses({ setup }: { setup: Setup }) {
  const { t } = useTranslation("connections");
  const reveal = useFetcher<{ secret?: string }>();
  const secret = reveal.data?.secret;
  const { address, addressEvents, overlapDays, secretOrigin } = setup;
  const hasEvents = addressEvents.length > 0;
  return (
    <div className="grid gap-3">
      {!secret && <RevealRow label={t(hasEvents ? "new.urls" : "new.url")} fetcher={reveal} />}
      {secret && !hasEvents && (
        <CopyField label={t("new.url")} value={`${address}/${secret}`} help={t("new.secretHint")} />
      )}
      {secret && hasEvents && (
        <>
          <p className="text-sm text-muted">{t("new.urlsHint")}</p>
          {addressEvents.map(({ event, label }) => (
            <CopyField key={event} label={label} value={`${address}/${secret}/${event}`} />
          ))}
        </>
      )}
      <div>
        <RotateDialog secretOrigin={secretOrigin} overlapDays={overlapDays} />
      </div>
    </div>
  );
}
