import { Check, Plug, ShoppingBag } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "../ui/card";
import { LinkButton } from "../ui/link-button";

type FirstStepsProps = { isConnected: boolean; mayConnect: boolean; connectionsTo: string };

/** What to do before there is anything to see; each step ticks itself. */
export function FirstSteps({ isConnected, mayConnect, connectionsTo }: FirstStepsProps) {
  const { t } = useTranslation("dashboard");
  const connect = isConnected ? (
    <LinkButton to={connectionsTo}>{t("steps.toConnections")}</LinkButton>
  ) : (
    <LinkButton to={`${connectionsTo}/new`} variant="primary">
      {t("steps.connect")}
    </LinkButton>
  );
  return (
    <Card className="mx-auto max-w-2xl">
      <CardHeader title={t("steps.title")} />
      <CardBody>
        <ol className="divide-y divide-line">
          <Step icon={<Plug />} isDone={isConnected} title={t("steps.connect")} body={t("steps.connectBody")}>
            {mayConnect ? connect : <p className="text-sm text-muted">{t("steps.askManager")}</p>}
          </Step>
          <Step icon={<ShoppingBag />} isDone={false} title={t("steps.order")} body={t("steps.orderBody")} />
        </ol>
      </CardBody>
    </Card>
  );
}

type StepProps = { icon: ReactNode; isDone: boolean; title: string; body: string; children?: ReactNode };

function Step({ icon, isDone, title, body, children }: StepProps) {
  const { t } = useTranslation("dashboard");
  return (
    <li className="grid grid-cols-[2.25rem_1fr] gap-x-3.5 py-5">
      <span
        aria-hidden="true"
        className={`grid size-9 place-items-center rounded-full border [&_svg]:size-4.5 ${
          isDone ? "border-transparent bg-good-surface text-good-text" : "border-line bg-sunken text-muted"
        }`}
      >
        {isDone ? <Check /> : icon}
      </span>
      <div className="grid gap-1">
        <h3 className="text-base font-medium text-ink">
          {title}
          {isDone && <span className="sr-only">: {t("steps.done")}</span>}
        </h3>
        <p className="text-base text-pretty text-muted">{body}</p>
        {children && <div className="mt-2">{children}</div>}
      </div>
    </li>
  );
}
