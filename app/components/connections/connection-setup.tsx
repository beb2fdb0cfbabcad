import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import type { Setup } from "~/domain/connections/get-setup.server";
import { Card, CardBody, CardHeader } from "../ui/card";
import { FirstDelivery } from "./first-delivery";
import { SetupGuide } from "./setup-guide";

type ConnectionSetupProps = { connection: ConnectionView; setup: Setup; ordersTo: string };

/**
 * The guide: open until the first delivery has come or the shop is set up by
 * itself, folded afterwards. Whoever has it open when that happens sees it turn green in front of them.
 */
export function ConnectionSetup({ connection, setup, ordersTo }: ConnectionSetupProps) {
  const { t } = useTranslation(["connections", "shopAccess"]);
  const [wasWaiting] = useState(connection.lastDeliveryAt === null);
  const guide = <SetupGuide setup={setup} secretId={connection.secretId} />;
  const first = wasWaiting && <FirstDelivery receivedAt={connection.lastDeliveryAt} ordersTo={ordersTo} />;
  if (first && !connection.access) {
    return (
      <>
        {first}
        <Card>
          <CardHeader title={t(setup.oneClick ? "shopAccess:oneClick.manual" : "new.steps")} />
          <CardBody>{guide}</CardBody>
        </Card>
      </>
    );
  }
  return (
    <>
      {first}
      <Folded>{guide}</Folded>
    </>
  );
}

function Folded({ children }: { children: ReactNode }) {
  const { t } = useTranslation("connections");
  return (
    <Card>
      <details className="group">
        <summary className="flex min-h-12 list-none items-center justify-between px-4 text-base font-medium text-ink sm:px-5 [&::-webkit-details-marker]:hidden">
          {t("page.setup")}
          <ChevronDown
            aria-hidden="true"
            className="size-4.5 text-faint transition-transform group-open:rotate-180"
          />
        </summary>
        <CardBody className="pt-2">{children}</CardBody>
      </details>
    </Card>
  );
}
