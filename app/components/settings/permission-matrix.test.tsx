import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { PERMISSIONS, ROLES } from "~/domain/organizations/permissions";
import { createServerI18n } from "~/i18n/i18n.server";
import { LANGUAGES } from "~/i18n/languages";
import { PermissionMatrix } from "./permission-matrix";

test.each(LANGUAGES)(
  "[3.3a] five roles and all their permissions stand in one table, in words, in %s",
  (language) => {
    const i18n = createServerI18n(language);
    const table = renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <PermissionMatrix />
      </I18nextProvider>,
    );
    expect(ROLES).toHaveLength(5);
    for (const role of ROLES) expect(table).toContain(i18n.t(`common:roles.${role}`));
    for (const [permission, roles] of Object.entries(PERMISSIONS)) {
      const words = i18n.t(`settings:permissions.${permission}`);
      expect(words).not.toContain("permissions.");
      const row = table.split("<tr").find((one) => one.includes(`>${words.replaceAll("'", "&#x27;")}<`));
      expect(row?.split(`>${i18n.t("common:yes")}<`)).toHaveLength(roles.length + 1);
    }
  },
);
