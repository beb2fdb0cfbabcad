import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

/** Takes rows that were copied out of a spreadsheet. */
export function PasteBox({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("imports");
  const [text, setText] = useState("");
  return (
    <div className="grid gap-2">
      <Field id="paste" label={t("bring.paste")} help={t("bring.pasteHelp")}>
        {(control) => (
          <Textarea
            {...control}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="font-mono text-sm"
            spellCheck={false}
          />
        )}
      </Field>
      <div>
        <Button
          disabled={text.trim() === ""}
          onClick={() => onFile(new File([text], `${t("bring.pasted")}.txt`))}
        >
          {t("bring.usePasted")}
        </Button>
      </div>
    </div>
  );
}
