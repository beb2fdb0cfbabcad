import { type KeyboardEvent, useId, useRef, useState } from "react";
import { cn } from "../ui/cn";
import { Input, type InputProps } from "../ui/input";

export type Suggestion = { id: string; title: string; detail?: string | null | undefined };

type SuggestInputProps<T extends Suggestion> = Omit<InputProps, "onInput" | "onKeyDown" | "onBlur"> & {
  suggestions: readonly T[];
  onSearch: (typed: string) => void;
  onPick: (picked: T) => void;
};

/** A line of text with what could be meant below it: arrows and Enter choose, Escape closes, free text stays. */
export function SuggestInput<T extends Suggestion>(props: SuggestInputProps<T>) {
  const { suggestions, onSearch, onPick, ...input } = props;
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = isOpen ? suggestions : [];
  const pick = (one: T | undefined) => {
    setOpen(false);
    if (!one) return;
    // Not through the form's state: an input that is made anew while it has the focus sends its form.
    if (field.current) field.current.value = one.title;
    onPick(one);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) setOpen(true);
    if (shown.length === 0) return;
    if (step) setActive((active + step + shown.length) % shown.length);
    else if (event.key === "Enter" && active >= 0) pick(shown[active]);
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <Input
        {...input}
        ref={field}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={shown[active] && `${listId}-${active}`}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        onInput={({ currentTarget }) => {
          setOpen(true);
          setActive(-1);
          onSearch(currentTarget.value);
        }}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={input.placeholder}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 min-w-64 overflow-y-auto rounded-card bg-raised p-1 shadow-float empty:hidden"
      >
        {shown.map((one, position) => (
          <div
            key={one.id}
            id={`${listId}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === active}
            // Before the input loses its focus, and with it the list.
            onPointerDown={(event) => {
              event.preventDefault();
              pick(one);
            }}
            className={cn(
              "flex min-h-9 cursor-default items-baseline justify-between gap-3 rounded-control px-2.5 py-2 hover:bg-hover touch:min-h-11",
              position === active && "bg-hover",
            )}
          >
            <span className="min-w-0 truncate text-ink">{one.title}</span>
            {one.detail && <span className="figures shrink-0 text-sm text-muted">{one.detail}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
