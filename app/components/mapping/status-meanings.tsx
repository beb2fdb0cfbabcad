import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { ORDER_STATUSES } from "~/connectors/generic/targets";
import { giveMeaning } from "~/domain/mappings/edit-mapping";
import { seenStatuses } from "~/domain/mappings/seen-words";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type StatusMeaningsProps = {
  bodies: readonly unknown[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
};

/** What each of the sender's words for a status means; common ones are known. */
export function StatusMeanings({ bodies, mapping, onChange }: StatusMeaningsProps) {
  const { t } = useTranslation(["mapping", "orders"]);
  const choose = (word: string, text: string) =>
    onChange(giveMeaning(mapping, word, ORDER_STATUSES.find((status) => status === text) ?? null));
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {seenStatuses(bodies, mapping).map(({ word, meaning }) => (
          <li key={word} className="grid grid-cols-[minmax(0,1fr)_12rem] items-center gap-3 py-2">
            <span className="font-mono text-sm break-all text-ink">{word}</span>
            <Select
              size="small"
              aria-label={word}
              value={meaning ?? ""}
              onChange={(event) => choose(word, event.target.value)}
            >
              <option value="">{t("statuses.none")}</option>
              {ORDER_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {t(`orders:status.${status}`)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      <NewWord onAdd={(word) => onChange(giveMeaning(mapping, word, "pending"))} />
    </div>
  );
}

function NewWord({ onAdd }: { onAdd: (word: string) => void }) {
  const { t } = useTranslation("mapping");
  const [word, setWord] = useState("");
  const add = () => {
    if (word.trim() !== "") onAdd(word);
    setWord("");
  };
  return (
    <div className="flex gap-2">
      <Input
        size="small"
        aria-label={t("statuses.add")}
        placeholder={t("statuses.add")}
        value={word}
        maxLength={100}
        onChange={(event) => setWord(event.target.value)}
      />
      <Button size="small" onClick={add}>
        {t("statuses.addAction")}
      </Button>
    </div>
  );
}
