import { useFetcher } from "@remix-run/react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerNote } from "~/domain/notes/notes-queries.server";
import { Button } from "../ui/button";
import { TimeAgo } from "../ui/time-ago";
import { showToast } from "../ui/toast";
import { NoteForm } from "./note-form";

type NoteItemProps = {
  customerTo: string;
  readersTo: string;
  note: CustomerNote;
  mayEdit: boolean;
  mayDelete: boolean;
};

/** One note, with what its reader may do to it. */
export function NoteItem({ customerTo, readersTo, note, mayEdit, mayDelete }: NoteItemProps) {
  const { t } = useTranslation("customerPage");
  const [isEdited, setEdited] = useState(false);
  const close = useCallback(() => setEdited(false), []);
  const { submit } = useFetcher();
  const send = (intent: string) =>
    submit({ intent, noteId: note.id }, { method: "post", action: `${customerTo}/notes` });
  const remove = () => {
    send("delete");
    const undo = { label: t("notes.undo"), onPress: () => send("restore") };
    void showToast("done", t("notes.deleted"), { action: undo });
  };
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <span className="font-medium text-ink">{note.author ?? t("notes.someone")}</span>
        <TimeAgo at={note.createdAt} />
        {note.editedAt && <span>({t("notes.edited")})</span>}
      </p>
      {isEdited ? (
        <div className="mt-2">
          <NoteForm customerTo={customerTo} readersTo={readersTo} note={note} onClose={close} />
        </div>
      ) : (
        <p className="mt-1 break-words whitespace-pre-line text-ink">{note.body}</p>
      )}
      {!isEdited && (mayEdit || mayDelete) && (
        <span className="-ml-2.5 flex">
          {mayEdit && (
            <Button variant="ghost" size="small" onClick={() => setEdited(true)}>
              {t("notes.edit")}
            </Button>
          )}
          {mayDelete && (
            <Button variant="ghost" size="small" onClick={remove}>
              {t("notes.delete")}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
