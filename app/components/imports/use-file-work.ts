import { useCallback, useEffect, useRef, useState } from "react";
import type { FileNews, FileTask } from "./file-work";

/** The worker that reads files: `start` gives it a task, and ends the one before. */
export function useFileWork() {
  const worker = useRef<Worker | null>(null);
  const [news, setNews] = useState<FileNews | null>(null);
  const [isBusy, setBusy] = useState(false);

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    setBusy(false);
  }, []);

  const start = useCallback(
    (task: FileTask) => {
      stop();
      setBusy(true);
      const made = new Worker(new URL("./read-file.worker.ts", import.meta.url), { type: "module" });
      made.addEventListener("message", ({ data }: MessageEvent<FileNews>) => {
        setNews(data);
        if (data.kind !== "sending") stop();
      });
      made.addEventListener("error", () => {
        setNews({ kind: "failed", message: "imports:upload.unreadable" });
        stop();
      });
      worker.current = made;
      made.postMessage(task);
    },
    [stop],
  );

  useEffect(() => stop, [stop]);
  return { start, stop, news, isBusy };
}
