import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { LIST_KEYS } from "./list-keys";
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
          rows={LIST_KEYS.map(([name, combinations]) => [t(`shortcuts.${name}`), ...combinations])}
        />
        <KeyList
          title={t("shortcuts.goTo")}
          rows={sections.map((key) => [t(`sections.${key}`), ["G", SECTIONS[key].letter.toUpperCase()]])}
        />
      </div>
    </Dialog>
  );
}

type KeyRow = [label: string, ...combinations: (readonly string[])[]];

/** What keys do; any one of a row's combinations does it. */
function KeyList({ title, rows }: { title: string; rows: KeyRow[] }) {
  const { t } = useTranslation("shell");
  return (
    <section className="mb-6 break-inside-avoid last:mb-0">
      <h3 className="mb-1 text-sm font-medium text-faint">{title}</h3>
      <dl>
        {rows.map(([label, ...combinations]) => (
          <div key={label} className="flex min-h-8 items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex shrink-0 items-center gap-1">
              {combinations.map((keys, i) => (
                <Fragment key={keys.join()}>
                  {i > 0 && <span className="px-0.5 text-sm text-faint">{t("shortcuts.or")}</span>}
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
