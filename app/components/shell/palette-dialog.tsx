import { useNavigate } from "@remix-run/react";
import { Command } from "cmdk";
import { ListFilter, Package, Repeat, Search, ShoppingBag, UserRound } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { scrimStyles } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { Spinner } from "../ui/spinner";
import type { CommandPaletteProps } from "./command-palette-props";
import { PaletteCommands } from "./palette-commands";
import { Group, Item } from "./palette-parts";
import { SECTIONS, type SectionKey, sectionHref } from "./sections";
import { type SearchResult, usePaletteSearch } from "./use-palette-search";

const KIND_ICONS = {
  customer: UserRound,
  order: ShoppingBag,
  product: Package,
  subscription: Repeat,
  view: ListFilter,
};
const KINDS = ["customer", "order", "product", "subscription", "view"] as const;

/** The palette itself; its own chunk, opened by `CommandPalette`. */
export default function PaletteDialog({ isOpen, onOpenChange, slug, sections }: CommandPaletteProps) {
  const { t } = useTranslation("shell");
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimStyles} />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-50 mx-auto max-w-150 overflow-hidden rounded-card bg-raised shadow-float outline-none data-[state=open]:animate-enter sm:top-[12vh]"
        >
          <RadixDialog.Title className="sr-only">{t("search.title")}</RadixDialog.Title>
          <Palette slug={slug} sections={sections} onDone={() => onOpenChange(false)} />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

type PaletteProps = { slug: string; sections: readonly SectionKey[]; onDone: () => void };

function Palette({ slug, sections, onDone }: PaletteProps) {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const { results, commands, isSearching, hasFailed } = usePaletteSearch(slug, query);
  const open = (href: string) => {
    onDone();
    navigate(href);
  };
  const wanted = query.trim().toLowerCase();
  const pages = sections.filter((key) => t(`sections.${key}`).toLowerCase().includes(wanted));
  const offered = commands.filter(({ title }) => title.toLowerCase().includes(wanted));
  const isEmpty = pages.length === 0 && results.length === 0 && offered.length === 0;
  return (
    // The server ranks the results, so cmdk must neither filter nor sort them.
    <Command shouldFilter={false} loop label={t("search.title")}>
      <div className="flex items-center gap-3 border-b border-line px-4">
        {isSearching ? (
          <Spinner className="size-4.5! text-faint" />
        ) : (
          <Search aria-hidden="true" className="size-4.5 text-faint" />
        )}
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t("search.placeholder")}
          className="h-13 flex-1 bg-transparent text-lg outline-none"
        />
        <Kbd className="max-sm:hidden">Esc</Kbd>
      </div>
      <Command.List className="max-h-[min(60vh,420px)] scroll-py-2 overflow-y-auto p-2">
        {isEmpty && !isSearching && wanted && (
          <p role="status" className="px-6 py-10 text-center text-balance text-muted">
            {hasFailed ? t("search.failed") : t("search.nothing", { query: query.trim() })}
          </p>
        )}
        {KINDS.map((kind) => (
          <ResultGroup key={kind} kind={kind} results={results} onOpen={open} />
        ))}
        {wanted && <PaletteCommands commands={offered} onOpen={open} onDone={onDone} />}
        {pages.length > 0 && (
          <Group heading={t("search.goTo")}>
            {pages.map((key) => {
              const { icon: Icon, letter } = SECTIONS[key];
              return (
                <Item key={key} value={`go-${key}`} onSelect={() => open(sectionHref(slug, key))}>
                  <Icon aria-hidden="true" className="size-4.5 shrink-0 text-muted" strokeWidth={1.75} />
                  <span className="flex-1">{t(`sections.${key}`)}</span>
                  <span className="flex gap-1 max-sm:hidden">
                    <Kbd>G</Kbd>
                    <Kbd>{letter.toUpperCase()}</Kbd>
                  </span>
                </Item>
              );
            })}
          </Group>
        )}
        {!wanted && <PaletteCommands commands={offered} onOpen={open} onDone={onDone} />}
      </Command.List>
    </Command>
  );
}

type ResultGroupProps = {
  kind: SearchResult["kind"];
  results: SearchResult[];
  onOpen: (href: string) => void;
};

function ResultGroup({ kind, results, onOpen }: ResultGroupProps) {
  const { t } = useTranslation("shell");
  const mine = results.filter((result) => result.kind === kind);
  if (mine.length === 0) return null;
  const Icon = KIND_ICONS[kind];
  return (
    <Group heading={t(kind === "view" ? "search.views" : `sections.${kind}s`)}>
      {mine.map((result) => (
        <Item key={result.id} value={`${kind}-${result.id}`} onSelect={() => onOpen(result.href)}>
          <Icon aria-hidden="true" className="size-4.5 shrink-0 text-muted" strokeWidth={1.75} />
          <span className="truncate font-medium">{result.title}</span>
          <span className="figures min-w-0 flex-1 truncate text-right text-sm text-muted">
            {result.subtitle}
          </span>
        </Item>
      ))}
    </Group>
  );
}
