import { type TextareaHTMLAttributes, useId } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar";
import { cn } from "../ui/cn";
import { Textarea } from "../ui/textarea";
import { useMentions } from "./use-mentions";

type NoteTextareaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  /** Where the members are whom a note can name. */
  readersTo: string;
};

/** A note's text: an "@" suggests members, chosen with the arrows and Enter or with a press. */
export function NoteTextarea({ readersTo, ...rest }: NoteTextareaProps) {
  const { t } = useTranslation("customerPage");
  const listId = useId();
  const { field, people, active, pick, onKeyDown, look, close } = useMentions(readersTo);
  const isOpen = people.length > 0;
  const optionId = (at: number) => `${listId}-${at}`;
  return (
    <div className="relative">
      <Textarea
        {...rest}
        ref={field}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        onInput={look}
        onSelect={look}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <p role="status" className="sr-only">
        {isOpen && t("notes.suggested", { count: people.length })}
      </p>
      {isOpen && (
        <div
          role="listbox"
          id={listId}
          aria-label={t("notes.members")}
          className="absolute top-full left-0 z-20 mt-1 grid w-full max-w-72 rounded-card border border-line bg-raised p-1 shadow-float"
        >
          {people.map((person, at) => (
            // The text keeps the focus; its keys choose here.
            <div
              key={person.id}
              role="option"
              id={optionId(at)}
              tabIndex={-1}
              aria-selected={at === active}
              className={cn(
                "flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2 py-1 text-ink touch:min-h-10",
                at === active && "bg-hover",
              )}
              onPointerDown={(event) => {
                event.preventDefault();
                pick(person);
              }}
            >
              <Avatar name={person.name} size="small" />
              <span className="min-w-0 truncate">{person.name}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
