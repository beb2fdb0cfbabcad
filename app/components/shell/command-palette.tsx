import { lazy, Suspense, useState } from "react";
import type { CommandPaletteProps } from "./command-palette-props";

// cmdk and the palette's own code arrive when somebody first asks for them.
const PaletteDialog = lazy(() => import("./palette-dialog"));

/** Ctrl/Cmd+K: go anywhere, find anyone. */
export function CommandPalette(props: CommandPaletteProps) {
  const [wasOpened, setWasOpened] = useState(false);
  if (props.isOpen && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog {...props} />
    </Suspense>
  );
}
