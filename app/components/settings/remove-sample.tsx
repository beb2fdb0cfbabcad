import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import { Progress } from "../ui/progress";
import { useSampleRemoval } from "./use-sample-removal";

/** One press, one question, and the sample data goes; a large one in steps, with its progress. */
export function RemoveSample({ slug }: { slug: string }) {
  const { t } = useTranslation(["dashboard", "common"]);
  const { state, start } = useSampleRemoval(`/o/${slug}/sample`);
  if (state.kind === "running") {
    return <Progress className="w-56" label={t("sample.removing")} done={state.done} total={state.total} />;
  }
  return (
    <Dialog
      trigger={<Button size="small">{t("sample.remove")}</Button>}
      title={t("sample.confirmTitle")}
      description={t("sample.confirm")}
      size="small"
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("common:actions.cancel")}</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="danger" onClick={start}>
              {t("sample.remove")}
            </Button>
          </DialogClose>
        </>
      }
    />
  );
}
