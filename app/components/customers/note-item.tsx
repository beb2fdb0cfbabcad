import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerNote } from "~/domain/notes/notes-queries.server";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import { TimeAgo } from "../ui/time-ago";
import { showToast } from "../ui/toast";
import type { CustomerAnswer } from "./customer-form";

type NoteItemProps = { to: string; note: CustomerNote; mayEdit: boolean; mayDelete: boolean };

/** One note, with what its reader may do to it. */
export function NoteItem({ to, note, mayEdit, mayDelete }: NoteItemProps) {
  const { t } = useTranslation("customerPage");
  const [isEdited, setEdited] = useState(false);
  const { submit } = useFetcher();
  const send = (intent: string) => submit({ intent, noteId: note.id }, { method: "post", action: to });
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
        <EditNote to={to} note={note} onClose={() => setEdited(false)} />
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

type EditNoteProps = { to: string; note: CustomerNote; onClose: () => void };

function EditNote({ to, note, onClose }: EditNoteProps) {
  const { t } = useTranslation("customerPage");
  const { Form, state, data } = useFetcher<CustomerAnswer>();
  const isDone = state === "idle" && data !== undefined && data.status !== "error";
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  return (
    <Form method="post" action={to} className="mt-2 grid gap-2">
      <input type="hidden" name="noteId" value={note.id} />
      <Textarea
        name="body"
        required
        rows={3}
        maxLength={5000}
        aria-label={t("notes.edit")}
        defaultValue={note.body}
      />
      <span className="flex gap-2">
        <Button
          type="submit"
          name="intent"
          value="edit"
          variant="primary"
          size="small"
          isLoading={state !== "idle"}
        >
          {t("notes.save")}
        </Button>
        <Button variant="ghost" size="small" onClick={onClose}>
          {t("notes.cancel")}
        </Button>
      </span>
    </Form>
  );
}
