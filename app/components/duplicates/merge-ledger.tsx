import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LedgerEntry } from "~/domain/merges/merge-ledger-queries.server";
import { SubmitButton } from "../forms/submit-button";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Dialog, DialogClose } from "../ui/dialog";
import { TimeAgo } from "../ui/time-ago";
import { type ToastAnswer, useToastAnswer } from "../ui/use-toast-answer";

type MergeLedgerProps = {
  merges: LedgerEntry[];
  /** The organization's address. */
  base: string;
  maySplit: boolean;
};

/** Whom people merged into this customer, with the way back for the latest merge. */
export function MergeLedger({ merges, base, maySplit }: MergeLedgerProps) {
  const { t } = useTranslation("duplicates");
  if (merges.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("ledger.title")} />
      <CardBody className="grid gap-3">
        {merges.map((merge) => (
          <div key={merge.id} className="flex flex-wrap items-center justify-between gap-2">
            <p className="min-w-0">
              {merge.mergedBy ? t("ledger.merged", { name: merge.mergedBy }) : t("ledger.mergedByGone")}{" "}
              <span className="text-sm text-muted">
                <TimeAgo at={merge.mergedAt} />
              </span>
            </p>
            {maySplit && merge.isLatest && <SplitDialog mergeId={merge.id} base={base} />}
          </div>
        ))}
      </CardBody>
    </Card>
  );
}

function SplitDialog({ mergeId, base }: { mergeId: string; base: string }) {
  const { t } = useTranslation(["duplicates", "common"]);
  const fetcher = useFetcher<ToastAnswer>();
  useToastAnswer(fetcher, t("ledger.splitDone"));
  return (
    <Dialog
      trigger={<Button size="small">{t("ledger.split")}</Button>}
      title={t("ledger.splitTitle")}
      description={t("ledger.splitBody")}
      size="small"
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("common:actions.cancel")}</Button>
          </DialogClose>
          <fetcher.Form method="post" action={`${base}/customers/decisions`}>
            <input type="hidden" name="mergeId" value={mergeId} />
            <SubmitButton name="intent" value="split" isPending={fetcher.state !== "idle"} isBlock>
              {t("ledger.split")}
            </SubmitButton>
          </fetcher.Form>
        </>
      }
    />
  );
}
