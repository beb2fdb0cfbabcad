import { useTranslation } from "react-i18next";
import type { Mapping, Path } from "~/connectors/generic/mapping.schema";
import { TARGETS } from "~/connectors/generic/targets";
import { isSamePath, pathText, splitAtList } from "~/domain/mappings/edit-mapping";
import { MOST_VALUES, type TreeRow, treeRows } from "~/domain/mappings/tree-rows";
import { Badge } from "../ui/badge";
import { cn } from "../ui/cn";
import { useTargetNames } from "./use-target-names";

type BodyTreeProps = { body: unknown; mapping: Mapping; onPick: (path: Path, text: string) => void };

const INSET_REM = 0.875;

/** A captured body, line by line: each value is a button that asks what it is. */
export function BodyTree({ body, mapping, onPick }: BodyTreeProps) {
  const { t } = useTranslation("mapping");
  const { rows, isCut } = treeRows(body);
  return (
    <>
      <ul className="grid gap-px font-mono text-sm">
        {rows.map((row) => (
          <li
            key={`${row.kind} ${pathText(row.path)}`}
            style={{ paddingInlineStart: `${Math.max(row.depth, 0) * INSET_REM}rem` }}
          >
            {row.kind === "value" && <Value row={row} mapping={mapping} onPick={onPick} />}
            {row.kind === "branch" && <p className="px-2 py-1 break-all text-muted">{row.name}</p>}
            {row.kind === "more" && (
              <p className="px-2 py-1 font-sans text-faint">{t("more", { count: row.count })}</p>
            )}
          </li>
        ))}
      </ul>
      {isCut && <p className="mt-3 text-sm text-muted">{t("cut", { count: MOST_VALUES })}</p>}
    </>
  );
}

type ValueProps = Pick<BodyTreeProps, "mapping" | "onPick"> & { row: Extract<TreeRow, { kind: "value" }> };

function Value({ row, mapping, onPick }: ValueProps) {
  const { t } = useTranslation("mapping");
  const words = useMeanings(mapping, row.path);
  return (
    <button
      type="button"
      onClick={() => onPick(row.path, row.text)}
      className={cn(
        "flex min-h-10 w-full flex-wrap items-center gap-x-2 gap-y-1 rounded-small px-2 py-1 text-left hover:bg-hover sm:min-h-7",
        words.length > 0 && "bg-brand-surface",
      )}
    >
      <span className="break-all text-muted">{row.name}</span>
      {row.text === "" ? (
        <span className="font-sans text-faint italic">{t("emptyValue")}</span>
      ) : (
        <span className="min-w-0 break-all text-ink">{row.text.slice(0, 200)}</span>
      )}
      {words.map((word) => (
        <Badge key={word} tone="brand" className="ml-auto font-sans">
          {word}
        </Badge>
      ))}
    </button>
  );
}

/** What the mapping takes the value at a path for. */
function useMeanings(mapping: Mapping, path: Path): string[] {
  const { t } = useTranslation("mapping");
  const nameOf = useTargetNames(mapping.record);
  const own = TARGETS.filter((target) => mapping.fields[target]?.paths.some((one) => isSamePath(one, path)));
  const split = splitAtList(path);
  const { items } = mapping;
  const isLine = items !== null && split !== null && isSamePath(items.path, split.list);
  const lines = isLine ? (["name", "sku", "quantity", "price", "total", "productId"] as const) : [];
  const ofLine = lines.filter((target) => {
    const inside = items?.fields[target];
    return inside !== undefined && split !== null && isSamePath(inside, split.inside);
  });
  return [...own.map(nameOf), ...ofLine.map((target) => t(`itemTargets.${target}`))];
}
