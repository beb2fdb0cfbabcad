import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useMessage } from "~/i18n/use-message";
import { showToast } from "../ui/toast";
import type { CustomerAnswer } from "./customer-form";
import { applyTagChanges, type TagChange } from "./tag-changes";

/**
 * Puts tags on a customer and takes them off, one after the other in the order of the presses.
 * `shown` has what is on its way; a change that is refused goes back, with the reason in a toast.
 */
export function useTagging(action: string, ids: readonly string[]) {
  const { submit, state, data } = useFetcher<CustomerAnswer>();
  const message = useMessage();
  const [queue, setQueue] = useState<readonly TagChange[]>([]);
  const [sent, setSent] = useState<TagChange>();
  const [told, setTold] = useState<CustomerAnswer>();
  const shown = applyTagChanges(ids, queue);
  const [next] = queue;
  useEffect(() => {
    if (state !== "idle" || !next) return;
    if (next !== sent) {
      setSent(next);
      const { tag, isOn } = next;
      submit(isOn ? { intent: "tag", name: tag.name } : { intent: "untag", tagId: tag.id }, {
        method: "post",
        action,
      });
      return;
    }
    if (!data || data === told) return;
    setTold(data);
    setQueue((waiting) => waiting.slice(1));
    const [refusal] = Object.values(data.error ?? {}).flatMap((words) => words ?? []);
    if (refusal) void showToast("failed", message(refusal));
  }, [state, data, told, next, sent, submit, action, message]);
  const toggle = (tag: TagChange["tag"]) =>
    setQueue((waiting) => [...waiting, { tag, isOn: !applyTagChanges(ids, waiting).includes(tag.id) }]);
  return { shown, toggle };
}
