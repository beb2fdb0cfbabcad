import type { ComponentProps, ReactElement } from "react";
import { Trans } from "react-i18next";

type RichTextProps = {
  t: ComponentProps<typeof Trans>["t"];
  i18nKey: string;
  values?: Record<string, unknown>;
  /** The elements that the text itself names: `<b>…</b>`. */
  components: Record<string, ReactElement>;
};

/**
 * A text with elements in it. Values are text and nothing else: what `Trans` would
 * read as elements and attributes is escaped before, and shown as it was written.
 */
export function RichText({ t, i18nKey, values = {}, components }: RichTextProps) {
  return (
    <Trans
      t={t}
      i18nKey={i18nKey}
      values={values}
      tOptions={{ interpolation: { escapeValue: true } }}
      shouldUnescape
      components={components}
    />
  );
}
