import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { useMessage } from "~/i18n/use-message";
import { Input } from "../ui/input";
import { showToast } from "../ui/toast";
import { EditButton } from "./edit-button";

type InlineFactProps = {
  /** Where the customer is edited. */
  action: string;
  field: "name" | "company";
  /** What the column is called. */
  label: string;
  value: string | null;
  /** What is shown of a value while nobody edits it; the one on its way, too. */
  children: (value: string | null) => ReactNode;
};

type Answer = { status?: string; error?: Record<string, string[] | null> | null };

/**
 * A fact of a customer that is corrected where it stands: Enter saves, Esc leaves it as
 * it was. What was typed shows at once, and goes back with the reason when it is refused.
 */
export function InlineFact({ action, field, label, value, children }: InlineFactProps) {
  const fetcher = useFetcher<Answer>();
  const [isEditing, setEditing] = useState(false);
  const onItsWay = fetcher.formData?.get("value");
  const shown = typeof onItsWay === "string" ? onItsWay || null : value;
  useRefusal(fetcher);
  const save = (typed: string) => {
    setEditing(false);
    if (typed.trim() === (value ?? "")) return;
    fetcher.submit({ intent: "set-fact", field, value: typed }, { method: "post", action });
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    const field = event.currentTarget;
    if (event.key === "Escape") field.value = value ?? "";
    // Leaving the field is what saves, so that it happens once.
    if (event.key === "Escape" || event.key === "Enter") field.blur();
  };
  if (isEditing) {
    return (
      <Input
        ref={takeFocus}
        size="small"
        aria-label={label}
        defaultValue={shown ?? ""}
        autoComplete="off"
        onClick={(event) => event.stopPropagation()}
        onKeyDown={onKey}
        onBlur={(event) => save(event.currentTarget.value)}
      />
    );
  }
  return (
    <span className="flex min-h-6 w-full min-w-0 items-center gap-2 @xl:relative">
      {children(shown)}
      <EditButton
        label={label}
        value={shown ?? ""}
        onClick={(event) => {
          event.stopPropagation();
          setEditing(true);
        }}
      />
    </span>
  );
}

/** The press that opened the field asked for it. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.select();
}

/** Says once why an edit was refused. */
function useRefusal({ state, data }: { state: string; data: Answer | undefined }): void {
  const message = useMessage();
  const [told, setTold] = useState<Answer>();
  useEffect(() => {
    if (state !== "idle" || !data || data === told) return;
    setTold(data);
    const [refusal] = Object.values(data.error ?? {}).flatMap((words) => words ?? []);
    if (refusal) void showToast("failed", message(refusal));
  }, [state, data, told, message]);
}
