import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerAnswer } from "~/components/customers/customer-form";
import type { CustomerNote } from "~/domain/notes/notes-queries.server";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Textarea } from "../ui/textarea";
import { NoteItem } from "./note-item";

type Notes = { notes: CustomerNote[]; hasMore: boolean } | null;

type CustomerNotesProps = {
  customerTo: string;
  /** Null where the role may not read notes. */
  notes: Notes;
  /** Null where the role may not write any. */
  writer: { userId: string; mayDeleteAny: boolean } | null;
};

/** What colleagues wrote about a customer, newest first. */
export function CustomerNotes({ customerTo, notes, writer }: CustomerNotesProps) {
  const { t } = useTranslation("customerPage");
  const older = useFetcher<Notes>();
  const shown = [...(notes?.notes ?? []), ...(older.data?.notes ?? [])];
  const hasMore = older.data ? older.data.hasMore : notes?.hasMore;
  const to = `${customerTo}/notes`;
  return (
    <Card id="notes">
      <CardHeader title={t("notes.title")} />
      <CardBody>
        {notes === null && <p className="text-sm text-pretty text-muted">{t("notes.hidden")}</p>}
        {writer && <NewNote to={to} />}
        {notes && shown.length === 0 && !writer && <p className="text-sm text-muted">{t("notes.none")}</p>}
        <ul className="divide-y divide-line">
          {shown.map((note) => (
            <NoteItem
              key={note.id}
              to={to}
              note={note}
              mayEdit={writer?.userId === note.authorId}
              mayDelete={Boolean(writer && (writer.mayDeleteAny || writer.userId === note.authorId))}
            />
          ))}
        </ul>
        {hasMore && !older.data && (
          <Button
            size="small"
            isLoading={older.state !== "idle"}
            onClick={() => older.load(`${to}?before=${shown.at(-1)?.id}`)}
          >
            {t("notes.older")}
          </Button>
        )}
      </CardBody>
    </Card>
  );
}

function NewNote({ to }: { to: string }) {
  const { t } = useTranslation("customerPage");
  const { Form, state, data } = useFetcher<CustomerAnswer>();
  const form = useRef<HTMLFormElement>(null);
  const isDone = state === "idle" && data !== undefined && data.status !== "error";
  useEffect(() => {
    if (isDone) form.current?.reset();
  }, [isDone]);
  return (
    <Form ref={form} method="post" action={to} className="grid gap-2 pb-3">
      <Textarea
        name="body"
        required
        rows={2}
        maxLength={5000}
        aria-label={t("notes.label")}
        placeholder={t("notes.placeholder")}
      />
      <span>
        <Button type="submit" name="intent" value="add" size="small" isLoading={state !== "idle"}>
          {t("notes.add")}
        </Button>
      </span>
    </Form>
  );
}
