import { useTranslation } from "react-i18next";
import type { CustomerNote } from "~/domain/notes/notes-queries.server";
import { OlderRows } from "../lists/older-rows";
import { Card, CardBody, CardHeader } from "../ui/card";
import { NoteForm } from "./note-form";
import { NoteItem } from "./note-item";

type CustomerNotesProps = {
  /** The organization's address. */
  base: string;
  customerTo: string;
  /** Null where the role may not read notes. */
  notes: { rows: CustomerNote[]; next: string | null } | null;
  /** Null where the role may not write any. */
  writer: { userId: string; mayDeleteAny: boolean } | null;
};

/** What colleagues wrote about a customer, newest first. */
export function CustomerNotes({ base, customerTo, notes, writer }: CustomerNotesProps) {
  const { t } = useTranslation("customerPage");
  const readersTo = `${base}/note-readers`;
  const list = (rows: readonly CustomerNote[]) => (
    <ul className="divide-y divide-line border-line not-first:border-t">
      {rows.map((note) => (
        <NoteItem
          key={note.id}
          customerTo={customerTo}
          readersTo={readersTo}
          note={note}
          mayEdit={writer?.userId === note.authorId}
          mayDelete={Boolean(writer && (writer.mayDeleteAny || writer.userId === note.authorId))}
        />
      ))}
    </ul>
  );
  return (
    <Card id="notes">
      <CardHeader title={t("notes.title")} />
      <CardBody>
        {notes === null && <p className="text-sm text-pretty text-muted">{t("notes.hidden")}</p>}
        {writer && (
          <div className="pb-3">
            <NoteForm key={customerTo} customerTo={customerTo} readersTo={readersTo} />
          </div>
        )}
        {notes?.rows.length === 0 && !writer && <p className="text-sm text-muted">{t("notes.none")}</p>}
        {notes && notes.rows.length > 0 && list(notes.rows)}
        {notes?.next && (
          <OlderRows<CustomerNote>
            key={customerTo}
            next={notes.next}
            toOf={(before) => `${customerTo}/notes?before=${before}`}
            label={t("notes.older")}
          >
            {list}
          </OlderRows>
        )}
      </CardBody>
    </Card>
  );
}
