import { ChevronRight, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Mapping, Rule } from "~/connectors/generic/mapping.schema";
import type { Target } from "~/connectors/generic/targets";
import {
  holdConstant,
  isDivisible,
  isJoinable,
  pathText,
  pointAwayFrom,
  takePart,
} from "~/domain/mappings/edit-mapping";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { PathChip } from "./path-chip";
import { targetGroups } from "./target-groups";
import { useTargetNames } from "./use-target-names";

type TargetRowsProps = {
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
  /** Asks for one more value of a target. */
  onJoin: (target: Target) => void;
};

/** What may be read, each with the fields that it is read from or a text that never changes. */
export function TargetRows(props: TargetRowsProps) {
  const { t } = useTranslation("mapping");
  return (
    <div className="grid gap-5">
      {targetGroups(props.mapping.record).map(({ name, targets, isUsual }) => (
        <details
          key={name}
          open={isUsual || targets.some((target) => props.mapping.fields[target] !== undefined)}
          className="group"
        >
          <summary className="mb-1 flex min-h-8 list-none items-center gap-1 rounded-small text-sm font-medium text-muted [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden="true"
              className="size-4 text-faint transition-transform group-open:rotate-90"
            />
            {t(`pick.${name}`)}
          </summary>
          <ul className="divide-y divide-line border-y border-line">
            {targets.map((target) => (
              <TargetRow key={target} target={target} {...props} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

const NEEDED: readonly Target[] = ["id"];
/** Texts of the sender's that nothing could stand for. */
const NEVER_CONSTANT: readonly Target[] = ["id", "updatedAt", "email", "phone", "customerId", "event"];

function TargetRow({ target, mapping, onChange, onJoin }: TargetRowsProps & { target: Target }) {
  const { t } = useTranslation("mapping");
  const name = useTargetNames(mapping.record)(target);
  const rule = mapping.fields[target];
  const paths = rule?.paths ?? [];
  const isNeeded = NEEDED.includes(target) && mapping.record === "order";
  return (
    <li className="grid items-center gap-x-3 gap-y-1.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <p className="text-base text-ink">
        {name} {isNeeded && <span className="text-sm text-faint">({t("required")})</span>}
      </p>
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        {paths.map((path) => (
          <PathChip
            key={pathText(path)}
            path={path}
            label={t("remove", { path: pathText(path), target: name })}
            onRemove={() => onChange(pointAwayFrom(mapping, target, path))}
          />
        ))}
        {paths.length > 0 && isDivisible(target) && (
          <PartChoice
            rule={rule}
            label={t("part", { target: name })}
            onChange={(part) => onChange(takePart(mapping, target, part))}
          />
        )}
        {paths.length > 0 && isJoinable(target) && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("addValue", { target: name })}
            onClick={() => onJoin(target)}
          >
            <Plus aria-hidden="true" />
          </Button>
        )}
        {paths.length === 0 && !NEVER_CONSTANT.includes(target) && (
          <Input
            size="small"
            aria-label={`${name}: ${t("constant")}`}
            placeholder={t("constant")}
            value={rule?.constant ?? ""}
            maxLength={200}
            onChange={(event) => onChange(holdConstant(mapping, target, event.target.value))}
          />
        )}
        {paths.length === 0 && NEVER_CONSTANT.includes(target) && <span className="text-faint">—</span>}
      </div>
    </li>
  );
}

type PartChoiceProps = { rule: Rule | undefined; label: string; onChange: (part: Rule["part"]) => void };

function PartChoice({ rule, label, onChange }: PartChoiceProps) {
  const { t } = useTranslation("mapping");
  return (
    <Select
      size="small"
      className="w-44"
      aria-label={label}
      value={rule?.part ?? "whole"}
      onChange={({ target: { value } }) =>
        onChange(value === "first" || value === "rest" ? value : undefined)
      }
    >
      {(["whole", "first", "rest"] as const).map((part) => (
        <option key={part} value={part}>
          {t(`parts.${part}`)}
        </option>
      ))}
    </Select>
  );
}
