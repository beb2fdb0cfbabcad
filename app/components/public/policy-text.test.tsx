import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { readPolicy } from "~/domain/privacy/policy";
import { PROMISES } from "~/domain/privacy/promises";
import { SUB_PROCESSORS } from "~/domain/privacy/sub-processors";
import { createServerI18n } from "~/i18n/i18n.server";
import { LANGUAGES } from "~/i18n/languages";
import { PolicyText } from "./policy-text";
import { ProcessorList } from "./processor-list";

function render(language: (typeof LANGUAGES)[number]): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={createServerI18n(language)}>
      <PolicyText sections={readPolicy(language)} />
      <ProcessorList processors={SUB_PROCESSORS} />
    </I18nextProvider>,
  );
}

describe.each(LANGUAGES)("the policy page in %s", (language) => {
  const page = render(language);

  test("shows every promise, each under its id", () => {
    const shown = [...page.matchAll(/data-promise="([^"]+)"/g)].map((match) => match[1]);
    expect(shown).toEqual(PROMISES.map(({ id }) => id));
  });

  test("has words for every title, no bare keys", () => {
    expect(page).not.toMatch(/(sections|groups|processors)\.\w/);
  });

  test("[7.1] lists everybody who processes data, and [10.1] where", () => {
    for (const { name } of SUB_PROCESSORS) expect(page).toContain(name);
    expect(page).toMatch(/Singapore|Singapura/);
  });

  test("[8.2] loads nothing from anywhere else", () => {
    expect(page).not.toMatch(/<(script|img|iframe|link)\b|https?:\/\//);
  });
});
