import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "../ui/popover";
import { EditButton } from "./edit-button";
import type { InlineTagsProps } from "./inline-tags";
import { useTagging } from "./use-tagging";

/** From so many tags on they can be looked for by name. */
const MANY = 9;

/** The tags to choose from beside a customer's own; each is saved as it is ticked. */
export default function TagsEditor({ customerTo, label, ids, tags, children }: InlineTagsProps) {
  const { t } = useTranslation("tags");
  const [sought, setSought] = useState("");
  const { shown, toggle } = useTagging(`${customerTo}/edit`, ids);
  const names = tags.filter(({ id }) => shown.includes(id)).map(({ name }) => name);
  const found = tags.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && found[0]) toggle(found[0]);
  };
  return (
    <span className="flex min-h-6 min-w-0 items-center @xl:relative">
      {children(shown)}
      <Popover defaultOpen onOpenChange={() => setSought("")}>
        <PopoverTrigger asChild>
          <EditButton label={label} value={names.join(", ")} />
        </PopoverTrigger>
        <PopoverContent aria-label={label} className="grid w-64 gap-2 p-3">
          {tags.length >= MANY && (
            <Input
              size="small"
              autoComplete="off"
              aria-label={t("find")}
              placeholder={t("find")}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
              onKeyDown={onKey}
            />
          )}
          <ul className="-mx-1 max-h-64 overflow-y-auto px-1">
            {found.map((tag) => (
              <li key={tag.id}>
                <Checkbox label={tag.name} checked={shown.includes(tag.id)} onChange={() => toggle(tag)} />
              </li>
            ))}
          </ul>
        </PopoverContent>
      </Popover>
    </span>
  );
}
