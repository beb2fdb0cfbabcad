import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import { useErrorWords } from "./use-error-words";
import { useFactorsForm } from "./use-factors-form";

type AskFirstProps = {
  title: string;
  body: string;
  /** On the button that asks, and on the one that does. */
  label: string;
  /** For those who hear the button without seeing its row. */
  name?: string;
  fields: Record<string, string>;
  /** Hears of what is to be shown once. */
  form?: ReturnType<typeof useFactorsForm>;
  isDanger?: boolean;
};

/** A button whose act is asked about once, in words. */
export function AskFirst({ title, body, label, name, fields, form, isDanger = true }: AskFirstProps) {
  const { t } = useTranslation("common");
  const own = useFactorsForm(useId());
  const { isOpen, setOpen, isPending, lastResult, send } = form ?? own;
  const error = useErrorWords(lastResult);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" aria-label={name}>
          {label}
        </Button>
      }
      title={title}
      description={body}
      size="small"
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("actions.cancel")}</Button>
          </DialogClose>
          <Button
            variant={isDanger ? "danger" : "primary"}
            isLoading={isPending}
            onClick={() => send(fields)}
          >
            {label}
          </Button>
        </>
      }
    >
      {error && <Banner tone="bad">{error}</Banner>}
    </Dialog>
  );
}
