import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import { ITEM_TARGETS } from "~/connectors/generic/targets";
import { forgetLine, pathText } from "~/domain/mappings/edit-mapping";
import { PathChip } from "./path-chip";

/** Where an order lists what was bought, and what is read of each line. */
export function LineRows({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const { t } = useTranslation("mapping");
  const { items } = mapping;
  return (
    <section aria-label={t("pick.lines")}>
      <h3 className="mb-1 text-sm font-medium text-muted">{t("pick.lines")}</h3>
      {items === null ? (
        <p className="border-y border-line py-3 text-base text-muted">{t("listNone")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          <li className="grid items-center gap-x-3 gap-y-1.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <p className="text-base text-ink">{t("list")}</p>
            <PathChip
              path={items.path}
              label={t("remove", { path: pathText(items.path), target: t("list") })}
              onRemove={() => onChange({ ...mapping, items: null })}
            />
          </li>
          {ITEM_TARGETS.map((target) => {
            const path = items.fields[target];
            const name = t(`itemTargets.${target}`);
            return (
              <li
                key={target}
                className="grid items-center gap-x-3 gap-y-1.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]"
              >
                <p className="text-base text-ink">{name}</p>
                {path === undefined ? (
                  <span className="text-faint">—</span>
                ) : (
                  <PathChip
                    path={path}
                    label={t("remove", { path: pathText(path), target: name })}
                    onRemove={() => onChange(forgetLine(mapping, target))}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
