import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import {
  findOpenMention,
  type OpenMention,
  suggestMentions,
  writeMention,
} from "~/domain/notes/suggest-mentions";

export type Reader = { id: string; name: string };

/** Suggests members while an "@" is typed in a text; they are loaded at the first one. */
export function useMentions(readersTo: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { data, state, load } = useFetcher<{ readers: Reader[] }>();
  const [mention, setMention] = useState<OpenMention | null>(null);
  const [active, setActive] = useState(0);
  // Escape leaves the mention at this place alone.
  const [left, setLeft] = useState<number | null>(null);
  const isOpen = mention !== null && mention.at !== left;
  const people = isOpen && data ? suggestMentions(data.readers, mention.typed) : [];
  const isNeeded = isOpen && !data && state === "idle";
  useEffect(() => {
    if (isNeeded) load(readersTo);
  }, [isNeeded, load, readersTo]);

  const look = () => {
    const { value = "", selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    const found = selectionStart === selectionEnd ? findOpenMention(value, selectionStart) : null;
    if (found?.at !== mention?.at) setLeft(null);
    if (found?.typed !== mention?.typed) setActive(0);
    setMention(found);
  };
  const pick = ({ name }: Reader) => {
    if (!mention || !field.current) return;
    const { text, caret } = writeMention(field.current.value, mention, name);
    field.current.value = text;
    field.current.setSelectionRange(caret, caret);
    field.current.focus();
    setMention(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const person = people[active];
    if (!person || event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setActive((active + 1) % people.length);
    else if (event.key === "ArrowUp") setActive((active + people.length - 1) % people.length);
    else if (event.key === "Enter" || event.key === "Tab") pick(person);
    else if (event.key === "Escape") setLeft(mention?.at ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { field, people, active, pick, onKeyDown, look, close: () => setMention(null) };
}
