import { ArrowRight, Rows3 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Group, Item } from "./palette-parts";
import type { PaletteCommand } from "./use-palette-search";

type PaletteCommandsProps = { commands: PaletteCommand[]; onOpen: (href: string) => void };

/** What can be done from anywhere, as far as the role may. */
export function PaletteCommands({ commands, onOpen }: PaletteCommandsProps) {
  const { t } = useTranslation("shell");
  const offered = commands.flatMap(({ key, title, href }) => {
    const to = href ?? otherDensity();
    return to === null ? [] : [{ key, title, to, Icon: href ? ArrowRight : Rows3 }];
  });
  if (offered.length === 0) return null;
  return (
    <Group heading={t("search.commands")}>
      {offered.map(({ key, title, to, Icon }) => (
        <Item key={key} value={`do-${key}`} onSelect={() => onOpen(to)}>
          <Icon aria-hidden="true" className="size-4.5 shrink-0 text-muted" strokeWidth={1.75} />
          <span className="flex-1">{title}</span>
        </Item>
      ))}
    </Group>
  );
}

/** The open list's address with its rows closer together, or further apart; null where no list is open. */
function otherDensity(): string | null {
  const list = document.querySelector<HTMLElement>("[data-density]:has([data-list-scroll])");
  if (!list) return null;
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  query.set("density", list.dataset.density === "compact" ? "comfortable" : "compact");
  return `${pathname}?${query}`;
}
