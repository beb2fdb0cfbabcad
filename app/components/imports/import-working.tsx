import { useTranslation } from "react-i18next";
import type { ImportDetails } from "~/domain/imports/imports-queries.server";
import { useMessage } from "~/i18n/use-message";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Progress } from "../ui/progress";
import { OutcomeCounts } from "./outcome-counts";
import type { useImportAct } from "./use-import-act";

type ImportWorkingProps = {
  work: "rehearsing" | "running" | "undoing";
  file: Pick<ImportDetails, "job" | "counts">;
  action: ReturnType<typeof useImportAct>;
};

/** How far the work on an import is; it goes on when nobody looks. */
export function ImportWorking({ work, file: { job, counts }, action }: ImportWorkingProps) {
  const { t } = useTranslation("imports");
  const message = useMessage();
  return (
    <Card>
      <CardHeader
        title={t(`working.${work}`)}
        detail={t("working.leave")}
        action={
          <Button
            isLoading={action.isPending && action.refusal === null}
            onClick={() => void action.act({ intent: "cancel" })}
          >
            {t("working.stop")}
          </Button>
        }
      />
      <CardBody className="grid gap-4">
        {action.refusal && <Banner tone="bad">{message(action.refusal)}</Banner>}
        <Progress label={t("working.rows")} done={job?.done ?? 0} total={job?.total ?? null} />
      </CardBody>
      {work === "running" && counts && <OutcomeCounts counts={counts} />}
    </Card>
  );
}
