import { lazy, Suspense } from "react";
import type { CommandPaletteProps } from "./command-palette-props";
import { useOnDemand } from "./use-on-demand";

// cmdk and the palette's own code arrive when somebody first asks for them.
const PaletteDialog = lazy(() => import("./palette-dialog"));

/** Ctrl/Cmd+K: go anywhere, find anyone. */
export function CommandPalette(props: CommandPaletteProps) {
  if (!useOnDemand(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog {...props} />
    </Suspense>
  );
}
