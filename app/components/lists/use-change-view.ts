import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListAddress, listSearch } from "~/domain/views/list-address";
import { useMessage } from "~/i18n/use-message";
import { showToast } from "../ui/toast";
import { useList } from "./list-context";

type ViewAnswer = { refusal: string } | { done: { intent: string; id: string } };
type ViewChange =
  | { intent: "create"; name: string; isShared: boolean }
  | { intent: "save" | "delete" | "default"; id: string }
  | { intent: "rename"; id: string; name: string; isShared: boolean };

/** Sends a change of views, says how it went, and goes where it leads. */
export function useChangeView(onDone: () => void = () => undefined) {
  const { noun, base, params } = useList();
  const { t } = useTranslation("lists");
  const message = useMessage();
  const navigate = useNavigate();
  const { submit, state, data } = useFetcher<ViewAnswer>();
  const [told, setTold] = useState<ViewAnswer>();
  const { filter, sort, order, columns, density } = params;
  const shown = { filter, sort, order, columns, density };
  useEffect(() => {
    if (state !== "idle" || !data || data === told) return;
    setTold(data);
    if ("refusal" in data) return void showToast("failed", message(data.refusal));
    if (!("done" in data)) return void showToast("failed", t("views.badName"));
    const { intent, id } = data.done;
    void showToast("done", t(`views.done.${intent}`));
    const usual: Partial<ListAddress> = intent === "delete" ? { filter: null } : {};
    if (intent === "create" || intent === "delete")
      navigate(
        listSearch(noun, { ...params, ...usual, after: undefined, before: undefined, q: "", view: id }),
      );
    onDone();
  });
  const change = (told: ViewChange) => {
    const isKept = told.intent === "create" || told.intent === "save";
    const fields = Object.entries({ ...told, noun, ...(isKept && { state: JSON.stringify(shown) }) });
    submit(Object.fromEntries(fields.map(([name, value]) => [name, String(value)])), {
      method: "post",
      action: `${base}/views`,
    });
  };
  return { change, isPending: state !== "idle" };
}
