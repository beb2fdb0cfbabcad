import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FactorsView } from "~/domain/factors/factors-queries.server";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { TimeAgo } from "../ui/time-ago";
import { AddPasskey } from "./add-passkey";
import { AskFirst } from "./ask-first";
import { RenamePasskey } from "./rename-passkey";

type Passkey = FactorsView["passkeys"][number];

/** The passkeys that open the account, and another one. */
export function PasskeysSection({ passkeys }: { passkeys: Passkey[] }) {
  const { t } = useTranslation("factors");
  return (
    <Card>
      <CardHeader title={t("passkeys.title")} detail={t("passkeys.lead")} />
      <CardBody className="grid gap-4">
        {passkeys.length > 0 && (
          <ul className="grid divide-y divide-line">
            {passkeys.map((passkey) => (
              <PasskeyLine key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        )}
        <AddPasskey />
      </CardBody>
    </Card>
  );
}

function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation("factors");
  const { id, name, isBackedUp, createdAt, lastUsedAt } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-0">
      <KeyRound aria-hidden="true" className="size-4.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-muted">
          {t("passkeys.created")} <DateTime at={createdAt} show="date" /> ·{" "}
          {lastUsedAt ? (
            <>
              {t("passkeys.used")} <TimeAgo at={lastUsedAt} />
            </>
          ) : (
            t("passkeys.unused")
          )}
          {isBackedUp && ` · ${t("passkeys.backedUp")}`}
        </p>
      </div>
      <div className="flex gap-2">
        <RenamePasskey id={id} name={name} />
        <AskFirst
          title={t("passkeys.removeTitle", { name })}
          body={t("passkeys.removeBody")}
          label={t("passkeys.remove")}
          name={t("passkeys.removeNamed", { name })}
          fields={{ intent: "remove-passkey", id }}
        />
      </div>
    </li>
  );
}
