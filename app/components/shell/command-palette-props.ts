import type { SectionKey } from "./sections";

export type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  slug: string;
  sections: readonly SectionKey[];
};
