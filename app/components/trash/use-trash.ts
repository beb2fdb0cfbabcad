import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrashAction } from "~/domain/trash/trash.schema";
import { useMessage } from "~/i18n/use-message";
import { showToast } from "../ui/toast";

/** What the trash's action answers: why not, as a message, or what it did. */
type TrashAnswer = { refusal: string } | { done: TrashAction };

/**
 * Puts records in the trash and takes them out again, saying so; for as long as the
 * words stand, going there can be undone. Call it in what stays while rows come and go.
 */
export function useTrash(base: string) {
  const { t } = useTranslation("trash");
  const message = useMessage();
  const { submit, state, data } = useFetcher<TrashAnswer>();
  const [told, setTold] = useState<TrashAnswer>();
  const act = useCallback(
    (action: TrashAction) => submit(action, { method: "post", action: `${base}/trash` }),
    [submit, base],
  );
  useEffect(() => {
    if (state !== "idle" || !data || data === told) return;
    setTold(data);
    if ("refusal" in data) return void showToast("failed", message(data.refusal));
    const { intent, noun, id } = data.done;
    if (intent === "restore") return void showToast("done", t(`restored.${noun}`));
    const onPress = () => act({ intent: "restore", noun, id });
    void showToast("done", t(`done.${noun}`), { action: { label: t("undo"), onPress } });
  }, [state, data, told, message, t, act]);
  return { act, isPending: state !== "idle" };
}
