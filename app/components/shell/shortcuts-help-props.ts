import type { SectionKey } from "./sections";

export type ShortcutsHelpProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  sections: readonly SectionKey[];
};
