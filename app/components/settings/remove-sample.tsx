import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOnDemand } from "../shell/use-on-demand";
import { Button } from "../ui/button";
import { Progress } from "../ui/progress";
import { useSampleRemoval } from "./use-sample-removal";

// The dashboard shows the button; few press it.
const RemoveSampleDialog = lazy(() => import("./remove-sample-dialog"));

/** One press, one question, and the sample data goes; a large one in steps, with its progress. */
export function RemoveSample({ slug }: { slug: string }) {
  const { t } = useTranslation("dashboard");
  const { state, start } = useSampleRemoval(`/o/${slug}/sample`);
  const [isAsking, setAsking] = useState(false);
  const wasAsked = useOnDemand(isAsking);
  if (state.kind === "running") {
    return <Progress className="w-56" label={t("sample.removing")} done={state.done} total={state.total} />;
  }
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t("sample.remove")}
      </Button>
      {wasAsked && (
        <Suspense fallback={null}>
          <RemoveSampleDialog isOpen={isAsking} onOpenChange={setAsking} onConfirm={start} />
        </Suspense>
      )}
    </>
  );
}
