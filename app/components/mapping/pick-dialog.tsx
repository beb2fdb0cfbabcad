import { useTranslation } from "react-i18next";
import type { Mapping, Path } from "~/connectors/generic/mapping.schema";
import { ITEM_TARGETS, type ItemTarget, type Target } from "~/connectors/generic/targets";
import { pathText, splitAtList } from "~/domain/mappings/edit-mapping";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { targetGroups } from "./target-groups";
import { useTargetNames } from "./use-target-names";

export type Picked = { path: Path; text: string };

type PickDialogProps = {
  /** Null while nothing was clicked. */
  picked: Picked | null;
  record: Mapping["record"];
  onClose: () => void;
  onTarget: (target: Target, path: Path) => void;
  onLine: (target: ItemTarget, path: Path) => void;
};

/** Asks what a clicked value is. Inside of a list it may be a field of every line. */
export function PickDialog({ picked, record, onClose, onTarget, onLine }: PickDialogProps) {
  const { t } = useTranslation("mapping");
  const nameOf = useTargetNames(record);
  if (!picked) return null;
  const { path, text } = picked;
  const isInList = record === "order" && splitAtList(path) !== null;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("pick.title", { value: text.slice(0, 80) || path.at(-1) })}
      description={t("pick.help", { path: pathText(path) })}
    >
      <div className="grid gap-4">
        {isInList && (
          <Choices
            title={t("pick.lines")}
            choices={ITEM_TARGETS.map((target) => ({
              name: t(`itemTargets.${target}`),
              choose: () => onLine(target, path),
            }))}
          />
        )}
        {targetGroups(record).map((group) => (
          <Choices
            key={group.name}
            title={t(`pick.${group.name}`)}
            choices={group.targets.map((target) => ({
              name: nameOf(target),
              choose: () => onTarget(target, path),
            }))}
          />
        ))}
      </div>
    </Dialog>
  );
}

type ChoicesProps = { title: string; choices: { name: string; choose: () => void }[] };

function Choices({ title, choices }: ChoicesProps) {
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-medium text-muted">{title}</h3>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ name, choose }) => (
          <Button key={name} size="small" onClick={choose}>
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
