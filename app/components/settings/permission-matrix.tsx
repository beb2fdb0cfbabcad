import { Check, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isAllowed, PERMISSIONS, type Permission, ROLES } from "~/domain/organizations/permissions";

const ROWS = Object.keys(PERMISSIONS).filter((key): key is Permission => key in PERMISSIONS);

/** Who may do what, made from the same table that the guards read. */
export function PermissionMatrix() {
  const { t } = useTranslation(["settings", "common"]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={t("members.matrix")} tabIndex={0} className="relative overflow-x-auto rounded-card">
      <table className="w-full min-w-160 border-separate border-spacing-0 text-base">
        <caption className="sr-only">{t("members.matrix")}</caption>
        <thead>
          <tr className="[&>th]:border-b [&>th]:px-3 [&>th]:py-2 [&>th]:text-sm [&>th]:text-muted [&>th:first-child]:pl-4 sm:[&>th:first-child]:pl-5">
            <th scope="col" className="sticky left-0 bg-surface text-left">
              {t("members.may")}
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col" className="w-24 text-center">
                {t(`common:roles.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((permission) => (
            <tr
              key={permission}
              className="[&:not(:last-child)>*]:border-b [&>*]:px-3 [&>*]:py-2 [&>th]:pl-4 sm:[&>th]:pl-5"
            >
              <th scope="row" className="sticky left-0 bg-surface text-left font-normal">
                {t(`permissions.${permission}`)}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="text-center">
                  <Answer
                    isYes={isAllowed(role, permission)}
                    words={t(isAllowed(role, permission) ? "common:yes" : "common:no")}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Answer({ isYes, words }: { isYes: boolean; words: string }) {
  const Icon = isYes ? Check : Minus;
  return (
    <>
      <Icon aria-hidden="true" className={`mx-auto size-4 ${isYes ? "text-good-text" : "text-faint"}`} />
      <span className="sr-only">{words}</span>
    </>
  );
}
