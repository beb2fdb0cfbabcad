import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { AskFirst } from "./ask-first";
import { NewCodes } from "./new-codes";
import { TotpSetUp } from "./totp-set-up";
import { useFactorsForm } from "./use-factors-form";

const BEGIN = "factors-totp-begin";
const CONFIRM = "factors-totp-confirm";

/** The authenticator app: off, being set up, or on. */
export function TotpSection({ since }: { since: Date | null }) {
  const { t } = useTranslation("factors");
  const begin = useFactorsForm(BEGIN);
  const confirm = useFactorsForm(CONFIRM);
  const waiting = since === null ? begin.shown?.totp : undefined;
  return (
    <Card>
      <CardHeader
        title={t("totp.title")}
        detail={t("totp.lead")}
        action={
          since && (
            <Badge tone="good" icon={CircleCheck}>
              {t("totp.on")}
            </Badge>
          )
        }
      />
      <CardBody className="grid gap-4">
        {since && (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted">
              {t("totp.since")} <DateTime at={since} show="date" />
            </p>
            <AskFirst
              title={t("totp.removeTitle")}
              body={t("totp.removeBody")}
              label={t("totp.remove")}
              fields={{ intent: "remove-totp" }}
            />
          </div>
        )}
        {!since && !waiting && (
          <Button
            className="justify-self-start"
            isLoading={begin.isPending}
            onClick={() => begin.send({ intent: "begin-totp" })}
          >
            {t("totp.begin")}
          </Button>
        )}
        {waiting && <TotpSetUp {...waiting} fetcherKey={CONFIRM} {...confirm} />}
        <NewCodes codes={confirm.shown?.codes} />
      </CardBody>
    </Card>
  );
}
