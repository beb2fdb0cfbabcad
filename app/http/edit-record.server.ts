import { data } from "@remix-run/cloudflare";
import type * as z from "zod";
import { parseForm } from "~/components/forms/parse-form";
import type { CorrectedValue } from "~/db/schema/corrections";
import type { OrgContext } from "~/domain/context";
import { correctRecord, releaseField } from "~/domain/corrections/correct-record.server";
import type { CorrectableKind, FieldOf } from "~/domain/corrections/correctable";
import { refuseButton } from "./refuse-button.server";
import { refuseForm } from "./refuse-form.server";

type Edit<Kind extends CorrectableKind> =
  | { intent: "correct"; values: Partial<Record<FieldOf<Kind>, CorrectedValue>> }
  | { intent: "release"; field: string };

/** The action of a record's page: corrects it by hand, or lets its shop's word stand again. */
export async function editRecord<Kind extends CorrectableKind>(
  ctx: OrgContext,
  place: { kind: Kind; id: string },
  { form, schema }: { form: FormData; schema: z.ZodType<Edit<Kind>> },
) {
  const submission = parseForm(form, schema);
  if (submission.status !== "success") return refuseForm(submission);
  const edit = submission.value;
  if (edit.intent === "correct") {
    try {
      await correctRecord(ctx, place, edit.values);
      return data(submission.reply());
    } catch (error) {
      return refuseForm(submission, error);
    }
  }
  try {
    await releaseField(ctx, place, edit.field);
    return data({ isDone: true });
  } catch (error) {
    return refuseButton(error);
  }
}
