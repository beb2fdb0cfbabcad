import { useState } from "react";

/** Remembers that something was open once: from then on its lazily loaded part stays mounted. */
export function useOnDemand(isOpen: boolean): boolean {
  const [wasOpened, setWasOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setWasOpened(true);
  return wasOpened;
}
