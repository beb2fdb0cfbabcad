import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMessage } from "~/i18n/use-message";
import { showToast } from "../ui/toast";
import { useBulk } from "./use-bulk";

/**
 * Says what came of changes of many records: done, with the offer to undo it, or under
 * way, with the way to its progress. Goes once into a page that has such changes.
 */
export function BulkNotices({ base }: { base: string }) {
  const { t } = useTranslation("bulk");
  const message = useMessage();
  const navigate = useNavigate();
  const { answer, undo } = useBulk(base);
  const [told, setTold] = useState(answer);
  useEffect(() => {
    if (!answer || answer === told) return;
    setTold(answer);
    if ("refusal" in answer) return void showToast("failed", message(answer.refusal));
    const follow = { label: t("follow"), onPress: () => navigate(`${base}/settings/activity`) };
    if ("undone" in answer) {
      const { isDone, undone, kept } = answer.undone;
      if (!isDone) return void showToast("done", t("undoStarted"), { action: follow });
      return void showToast("done", t(kept > 0 ? "undoneBut" : "undone", { count: undone, kept }));
    }
    const { isDone, changeId, kind, changed, failed } = answer.made;
    if (!isDone) return void showToast("done", t("started"), { action: follow });
    const done = t(`done.${kind}`, { count: changed });
    const words = failed > 0 ? `${done} ${t("failed", { count: failed })}` : done;
    if (changed === 0) return void showToast(failed > 0 ? "failed" : "done", words);
    void showToast("done", words, { action: { label: t("undo"), onPress: () => undo(changeId) } });
  }, [answer, told, message, t, base, navigate, undo]);
  return null;
}
