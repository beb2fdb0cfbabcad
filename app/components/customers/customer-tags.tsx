import { useFetcher } from "@remix-run/react";
import { Plus, X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerTag, ListedTag } from "~/domain/tags/tags-queries.server";
import { useMessage } from "~/i18n/use-message";
import { TagChip } from "../tags/tag-chip";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Input } from "../ui/input";
import { useEditCustomer } from "./use-edit-customer";

type CustomerTagsProps = { base: string; customerTo: string; tags: CustomerTag[]; mayEdit: boolean };

/** A customer's tags; they come off with a press, and on by their name. */
export function CustomerTags({ base, customerTo, tags, mayEdit }: CustomerTagsProps) {
  const { t } = useTranslation("tags");
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        {tags.length === 0 && !mayEdit && <p className="text-sm text-muted">{t("none")}</p>}
        <ul className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag.id} className="max-w-full">
              <TagChip name={tag.name} colour={tag.colour}>
                {mayEdit && <Untag customerTo={customerTo} tag={tag} />}
              </TagChip>
            </li>
          ))}
        </ul>
        {mayEdit && <AddTag base={base} customerTo={customerTo} />}
      </CardBody>
    </Card>
  );
}

function Untag({ customerTo, tag }: { customerTo: string; tag: CustomerTag }) {
  const { t } = useTranslation("tags");
  const { fetcher, action, isPending } = useEditCustomer(customerTo);
  return (
    <fetcher.Form method="post" action={action} className="flex">
      <input type="hidden" name="tagId" value={tag.id} />
      <button
        type="submit"
        name="intent"
        value="untag"
        disabled={isPending}
        aria-label={t("removeNamed", { name: tag.name })}
        className="-mr-1 grid size-5 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink touch:size-8"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </fetcher.Form>
  );
}

function AddTag({ base, customerTo }: { base: string; customerTo: string }) {
  const { t } = useTranslation("tags");
  const listId = useId();
  const message = useMessage();
  const known = useFetcher<{ tags: ListedTag[] }>();
  const { fetcher, action, isPending, refusal, isDone } = useEditCustomer(customerTo);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isDone) form.current?.reset();
  }, [isDone]);
  return (
    <fetcher.Form ref={form} method="post" action={action} className="mt-3 grid gap-1">
      <div className="flex gap-2">
        <Input
          name="name"
          size="small"
          required
          maxLength={40}
          list={listId}
          autoComplete="off"
          aria-label={t("add")}
          placeholder={t("add")}
          onFocus={() => known.state === "idle" && !known.data && known.load(`${base}/tags`)}
        />
        <datalist id={listId}>
          {known.data?.tags.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <Button
          type="submit"
          name="intent"
          value="tag"
          size="icon-small"
          isLoading={isPending}
          aria-label={t("add")}
        >
          <Plus aria-hidden="true" />
        </Button>
      </div>
      {refusal && (
        <p role="alert" className="text-sm text-bad-text">
          {message(refusal)}
        </p>
      )}
    </fetcher.Form>
  );
}
