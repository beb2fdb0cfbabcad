import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { buttonStyles } from "../ui/button-styles";
import { cn } from "../ui/cn";
import { Dialog } from "../ui/dialog";
import { useCopy } from "../ui/use-copy";

/** Recovery codes that were just made, until the person says that they keep them. */
export function NewCodes({ codes }: { codes: string[] | null | undefined }) {
  const { t } = useTranslation(["factors", "common"]);
  const { state, copy } = useCopy();
  const [kept, setKept] = useState<typeof codes>(null);
  if (!codes || codes === kept) return null;
  const text = codes.join("\n");
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${t("codes.fileHeader")}\n\n${text}\n`)}`;
  return (
    <Dialog
      isOpen
      onOpenChange={() => setKept(codes)}
      title={t("codes.newTitle")}
      description={t("codes.newBody")}
      footer={
        <>
          <Button onClick={() => copy(text)}>
            {state === "copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
            {state === "copied" ? t("common:copied") : t("codes.copy")}
          </Button>
          <a href={file} download={t("codes.file")} className={cn(buttonStyles({}))}>
            <span className="inline-flex items-center gap-2">
              <Download aria-hidden="true" />
              {t("codes.download")}
            </span>
          </a>
          <Button variant="primary" onClick={() => setKept(codes)}>
            {t("codes.kept")}
          </Button>
        </>
      }
    >
      <ul className="grid justify-center gap-1.5 rounded-card bg-sunken p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code} className="break-all">
            {code}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
