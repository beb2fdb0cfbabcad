import { lazy, Suspense } from "react";
import type { ShortcutsHelpProps } from "./shortcuts-help-props";
import { useOnDemand } from "./use-on-demand";

const ShortcutsDialog = lazy(() => import("./shortcuts-dialog"));

/** What `?` shows. */
export function ShortcutsHelp(props: ShortcutsHelpProps) {
  if (!useOnDemand(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutsDialog {...props} />
    </Suspense>
  );
}
