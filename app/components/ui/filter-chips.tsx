import { Link } from "@remix-run/react";
import { cva } from "class-variance-authority";
import { Check, ChevronDown, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "./cn";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "./dropdown-menu";

const chipStyles = cva("hit inline-flex h-8 max-w-60 items-center gap-1.5 border text-sm transition-colors", {
  variants: {
    look: {
      open: "rounded-full border-line bg-surface px-3 text-muted hover:border-control hover:text-ink data-[state=open]:border-control data-[state=open]:text-ink",
      chosen: "rounded-l-full border-transparent bg-brand-surface pr-1.5 pl-3 text-brand-text",
      clear:
        "rounded-r-full border-transparent bg-brand-surface pr-2.5 pl-1.5 text-brand-text hover:text-ink",
    },
  },
});

type FilterOption = { value: string; label: string /** Where choosing it leads. */; to: string };

type FilterChipProps = {
  label: string;
  options: FilterOption[];
  /** The chosen option's value. */
  value: string | null;
  /** Where removing the filter leads. */
  clearTo: string;
};

/** One filter of a list: a chip that opens its choices; every choice is a URL. */
export function FilterChip({ label, options, value, clearTo }: FilterChipProps) {
  const { t } = useTranslation("common");
  const chosen = options.find((option) => option.value === value);
  return (
    <span className="inline-flex">
      <Menu>
        <MenuTrigger asChild>
          <button type="button" className={chipStyles({ look: chosen ? "chosen" : "open" })}>
            <span className="truncate">{chosen ? `${label}: ${chosen.label}` : label}</span>
            {!chosen && <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />}
          </button>
        </MenuTrigger>
        <MenuContent align="start">
          {options.map((option) => (
            <MenuItem key={option.value} asChild>
              <Link to={option.to} aria-current={option.value === value ? "true" : undefined}>
                <span className="flex-1">{option.label}</span>
                {option.value === value && <Check aria-hidden="true" className="text-brand-text" />}
              </Link>
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      {chosen && (
        <Link
          to={clearTo}
          aria-label={t("filters.remove", { label })}
          className={chipStyles({ look: "clear" })}
        >
          <X aria-hidden="true" className="size-3.5" />
        </Link>
      )}
    </span>
  );
}

/** The row above a list: search box, chips, and what clears them. */
export function FilterBar({ className, ...rest }: React.HTMLAttributes<HTMLDivElement>) {
  const { t } = useTranslation("common");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend
    <div
      role="group"
      aria-label={t("filters.label")}
      {...rest}
      className={cn("mb-3 flex flex-wrap items-center gap-2", className)}
    />
  );
}
