import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SampleCounts } from "~/domain/organizations/sample-queries.server";
import { showToast } from "../ui/toast";

type Answer = { isDone: boolean; removed: number; left: SampleCounts };
type Removal = { kind: "idle" } | { kind: "running"; done: number; total: number | null };

const sizeOf = ({ customers, orders, products, shops }: SampleCounts) =>
  customers + orders + products + shops;

/** Asks for one step after the other until the sample data is gone, or a step got nowhere. */
export function useSampleRemoval(action: string): { state: Removal; start: () => void } {
  const { t } = useTranslation("dashboard");
  const { submit, data, state: fetching } = useFetcher<Answer>();
  const [sizes, setSizes] = useState<number[]>([]);
  const [handled, setHandled] = useState<Answer>();

  useEffect(() => {
    // As soon as the answer is here: when the page has been read again, this may be gone with the last of the data.
    if (!data || data === handled || fetching === "submitting") return;
    setHandled(data);
    const size = sizeOf(data.left);
    if (data.isDone) {
      setSizes([]);
      void showToast("done", t("sample.removed"));
    } else if (data.removed === 0) {
      // Left over: what an inbox has yet to learn. The sweep tells it within minutes.
      setSizes([]);
      void showToast("failed", t("sample.later"));
    } else {
      setSizes([...sizes, size]);
      submit(null, { method: "post", action });
    }
  }, [data, handled, fetching, sizes, submit, action, t]);

  const first = sizes[0];
  const isRunning = fetching !== "idle" || sizes.length > 0;
  return {
    start: () => submit(null, { method: "post", action }),
    state: isRunning
      ? {
          kind: "running",
          done: first === undefined ? 0 : first - (sizes.at(-1) ?? first),
          total: first ?? null,
        }
      : { kind: "idle" },
  };
}
