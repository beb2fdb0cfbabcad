import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { CONNECTORS } from "~/connectors/registry";
import { createServerI18n } from "~/i18n/i18n.server";
import { LANGUAGES } from "~/i18n/languages";
import { PolicyNote } from "./policy-note";

test.each(Object.values(CONNECTORS))("[4.4] $label's own privacy policy is named and linked", (connector) => {
  for (const language of LANGUAGES) {
    const note = renderToStaticMarkup(
      <I18nextProvider i18n={createServerI18n(language)}>
        <PolicyNote label={connector.label} policyUrl={connector.policyUrl} />
      </I18nextProvider>,
    );
    const isKnown = connector.policyUrl !== null;
    expect(note.includes(`href="${connector.policyUrl}"`)).toBe(isKnown);
    expect(note.includes(connector.label)).toBe(isKnown);
  }
});
