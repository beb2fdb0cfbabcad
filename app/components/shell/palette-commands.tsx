import { ArrowRight, Download, type LucideIcon, Rows3 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Group, Item } from "./palette-parts";
import type { PaletteCommand } from "./use-palette-search";

type PaletteCommandsProps = {
  commands: PaletteCommand[];
  onOpen: (href: string) => void;
  onDone: () => void;
};

/** What can be done from anywhere, as far as the role may. */
export function PaletteCommands({ commands, onOpen, onDone }: PaletteCommandsProps) {
  const { t } = useTranslation("shell");
  const offered = commands.flatMap(({ key, title, href }) => {
    const deed: Deed | null = href ? { Icon: ArrowRight, to: href } : (HERE[key]?.() ?? null);
    return deed ? [{ key, title, ...deed }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <Group heading={t("search.commands")}>
      {offered.map(({ key, title, Icon, ...deed }) => (
        <Item
          key={key}
          value={`do-${key}`}
          onSelect={() => {
            if ("to" in deed) return onOpen(deed.to);
            onDone();
            deed.run();
          }}
        >
          <Icon aria-hidden="true" className="size-4.5 shrink-0 text-muted" strokeWidth={1.75} />
          <span className="flex-1">{title}</span>
        </Item>
      ))}
    </Group>
  );
}

type Deed = { Icon: LucideIcon } & ({ to: string } | { run: () => void });

/** What is done to the open list, by the command's key; null where none is open. */
const HERE: Record<string, () => Deed | null> = {
  density: switchDensity,
  exportCsv: () => exportList("csv"),
  exportXlsx: () => exportList("xlsx"),
};

/** To the list's address with its rows closer together, or further apart. */
function switchDensity(): Deed | null {
  const list = document.querySelector<HTMLElement>("[data-density]:has([data-list-scroll])");
  if (!list) return null;
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  query.set("density", list.dataset.density === "compact" ? "comfortable" : "compact");
  return { Icon: Rows3, to: `${pathname}?${query}` };
}

/** Takes along the list with the columns that it shows, or those of its rows that are chosen. */
function exportList(format: "csv" | "xlsx"): Deed | null {
  const form = document.querySelector<HTMLFormElement>("form[data-export-list]");
  const field = form?.elements.namedItem("format");
  if (!form || !(field instanceof HTMLInputElement)) return null;
  const run = () => {
    field.value = format;
    form.submit();
  };
  return { Icon: Download, run };
}
