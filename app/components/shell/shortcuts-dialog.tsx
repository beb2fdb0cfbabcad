import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { SECTIONS } from "./sections";
import type { ShortcutsHelpProps } from "./shortcuts-help-props";
import { useCommandKey } from "./use-command-key";

/** The list of keys; its own chunk, opened by `ShortcutsHelp`. */
export default function ShortcutsDialog({ isOpen, onOpenChange, sections }: ShortcutsHelpProps) {
  const { t } = useTranslation("shell");
  const commandKey = useCommandKey();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t("shortcuts.title")}
      description={t("shortcuts.intro")}
    >
      <div className="gap-x-10 sm:columns-2">
        <KeyList
          title={t("shortcuts.general")}
          rows={[
            [t("shortcuts.palette"), [commandKey, "K"]],
            [t("shortcuts.search"), ["/"]],
            [t("shortcuts.help"), ["?"]],
            [t("shortcuts.close"), ["Esc"]],
          ]}
        />
        <KeyList
          title={t("shortcuts.lists")}
          rows={[
            [t("shortcuts.next"), ["J"]],
            [t("shortcuts.previous"), ["K"]],
            [t("shortcuts.open"), ["Enter"]],
            [t("shortcuts.select"), ["X"]],
          ]}
        />
        <KeyList
          title={t("shortcuts.goTo")}
          rows={sections.map((key) => [t(`sections.${key}`), ["G", SECTIONS[key].letter.toUpperCase()]])}
        />
      </div>
    </Dialog>
  );
}

function KeyList({ title, rows }: { title: string; rows: [label: string, keys: string[]][] }) {
  return (
    <section className="mb-6 break-inside-avoid last:mb-0">
      <h3 className="mb-1 text-sm font-medium text-faint">{title}</h3>
      <dl>
        {rows.map(([label, keys]) => (
          <div key={label} className="flex h-8 items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex items-center gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
