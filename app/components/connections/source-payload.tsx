import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SourcePayload as Source, ToldKind } from "~/domain/deliveries/source-payload-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { cn } from "../ui/cn";
import { TextLink } from "../ui/text-link";
import { PayloadText } from "./payload-text";

type SourcePayloadProps = {
  className?: string;
  /** `/o/kedai`. */
  base: string;
  kind: ToldKind;
  id: string;
};

/** What the shop last sent about a record; fetched when somebody asks. Only for roles that see deliveries. */
export function SourcePayload({ className, base, kind, id }: SourcePayloadProps) {
  const { t } = useTranslation("sales");
  const { load, data, state } = useFetcher<{ source: Source | null }>();
  const source = data?.source;
  return (
    <Card className={cn("min-w-0", className)}>
      <CardHeader
        title={t("payload.title")}
        detail={source ? <Origin base={base} source={source} /> : t("payload.lead")}
        action={
          !data && (
            <Button
              size="small"
              isLoading={state !== "idle"}
              onClick={() => load(`${base}/payloads/${kind}/${id}`)}
            >
              {t("payload.show")}
            </Button>
          )
        }
      />
      {data && (
        <CardBody aria-live="polite">{source ? <Text source={source} /> : t("payload.none")}</CardBody>
      )}
    </Card>
  );
}

function Origin({ base, source: { delivery } }: { base: string; source: Source }) {
  const { t } = useTranslation("sales");
  const format = useFormat();
  return (
    <>
      <code className="font-mono">{delivery.topic}</code> · {format.dateTime(delivery.receivedAt)} ·{" "}
      <TextLink to={`${base}/connections/deliveries/${delivery.id}`}>{t("payload.delivery")}</TextLink>
    </>
  );
}

function Text({ source: { payload } }: { source: Source }) {
  const { t } = useTranslation("sales");
  if (payload.kind !== "shown") return <p className="text-muted">{t(`payload.${payload.kind}`)}</p>;
  return (
    <div className="grid gap-2">
      <PayloadText label={t("payload.title")} text={payload.text} />
      {payload.isCut && <p className="text-sm text-muted">{t("payload.cut")}</p>}
    </div>
  );
}
