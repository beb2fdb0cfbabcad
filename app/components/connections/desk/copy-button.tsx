import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { useCopy } from "../../ui/use-copy";

/** Copies what is shown beside it, and says so. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation("common");
  const { state, copy } = useCopy();
  const Icon = state === "copied" ? Check : Copy;
  const words = { idle: "actions.copy", copied: "copied", failed: "copyFailed" } as const;
  return (
    <Button size="small" onClick={() => copy(text)} aria-live="polite">
      <Icon aria-hidden="true" />
      {t(words[state])}
    </Button>
  );
}
