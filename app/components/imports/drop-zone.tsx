import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonStyles } from "../ui/button-styles";
import { cn } from "../ui/cn";

const ACCEPTED = ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values";

/** Takes a file that is dropped or chosen. What it is called does not matter: its content is looked at. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("imports");
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, which does the same
    <div
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "grid justify-items-center gap-2 rounded-card border border-dashed border-control bg-sunken px-4 py-10 text-center transition-colors",
        isOver && "border-brand bg-brand-surface",
      )}
    >
      <FileUp aria-hidden="true" className="size-6 text-muted" strokeWidth={1.75} />
      <p className="text-ink max-sm:hidden">{t("bring.drop")}</p>
      <label
        htmlFor={id}
        className={cn(
          buttonStyles({ variant: "primary" }),
          "cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-brand",
        )}
      >
        {t("bring.choose")}
        <input
          id={id}
          type="file"
          accept={ACCEPTED}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </label>
      <p className="text-sm text-muted">{t("bring.limits")}</p>
    </div>
  );
}
