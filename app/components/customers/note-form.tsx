import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerNote } from "~/domain/notes/notes-queries.server";
import { useMessage } from "~/i18n/use-message";
import { Button } from "../ui/button";
import { FieldError } from "../ui/field";
import { NoteTextarea } from "./note-textarea";
import { useNotes } from "./use-edit-customer";

const LONGEST_NOTE = 5000;

type NoteFormProps = {
  customerTo: string;
  readersTo: string;
  /** The note that is changed; none for a new one. */
  note?: CustomerNote;
  /** For the note that is changed. */
  onClose?: () => void;
};

/** Writes a note or changes one; what was typed stays until it is kept. */
export function NoteForm({ customerTo, readersTo, note, onClose }: NoteFormProps) {
  const { t } = useTranslation("customerPage");
  const message = useMessage();
  const errorId = useId();
  const { fetcher, action, isPending, refusal, isDone } = useNotes(customerTo);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isDone) return;
    form.current?.reset();
    onClose?.();
  }, [isDone, onClose]);
  return (
    <fetcher.Form ref={form} method="post" action={action} className="grid gap-2">
      {note && <input type="hidden" name="noteId" value={note.id} />}
      <NoteTextarea
        name="body"
        required
        readersTo={readersTo}
        rows={note ? 3 : 2}
        maxLength={LONGEST_NOTE}
        aria-label={t(note ? "notes.edit" : "notes.label")}
        aria-invalid={refusal ? true : undefined}
        aria-describedby={refusal ? errorId : undefined}
        defaultValue={note?.body}
        placeholder={note ? undefined : t("notes.placeholder")}
      />
      {refusal && <FieldError id={errorId}>{message(refusal)}</FieldError>}
      <span className="flex gap-2">
        <Button
          type="submit"
          name="intent"
          value={note ? "edit" : "add"}
          variant={note ? "primary" : "secondary"}
          size="small"
          isLoading={isPending}
        >
          {t(note ? "notes.save" : "notes.add")}
        </Button>
        {note && (
          <Button variant="ghost" size="small" onClick={onClose}>
            {t("notes.cancel")}
          </Button>
        )}
      </span>
    </fetcher.Form>
  );
}
