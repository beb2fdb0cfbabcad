import { FileRefusal } from "~/lib/files/file-refusal";
import { lookAtTable } from "~/lib/files/look-at-table";
import { Refused } from "./ask-server";
import type { FileNews, FileTask } from "./file-work";
import { sendFile } from "./send-file";

// Reads files beside the page, so that it never stands still.
const tell = (news: FileNews) => self.postMessage(news);

self.addEventListener("message", async ({ data: task }: MessageEvent<FileTask>) => {
  try {
    if (task.kind === "look") tell({ kind: "looked", look: await lookAtTable(task.file, task.choice) });
    else await sendFile(task, tell);
  } catch (error) {
    tell(newsOf(error));
  }
});

function newsOf(error: unknown): FileNews {
  if (error instanceof FileRefusal) return { kind: "refused", code: error.code, values: error.values };
  if (error instanceof Refused) return { kind: "failed", message: error.text };
  // The browser takes a file away when it changes on the disk after it was chosen.
  return { kind: "failed", message: "imports:upload.unreadable" };
}
