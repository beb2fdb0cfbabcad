import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { loadOtherTexts, startClientI18n } from "~/i18n/i18n.client";

const i18n = await startClientI18n();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});

// Safari has no requestIdleCallback.
const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_000));
whenIdle(() => void loadOtherTexts(i18n));
