import { createContext, type ReactNode, useContext } from "react";

const ZoneContext = createContext("Asia/Kuala_Lumpur");

/** The IANA zone in which dates below are shown: the organization's. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <ZoneContext.Provider value={zone}>{children}</ZoneContext.Provider>;
}

export function useZone(): string {
  return useContext(ZoneContext);
}
