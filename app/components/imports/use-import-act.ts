import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import type { ImportAction } from "~/domain/imports/import.schema";
import { askServer, Refused } from "./ask-server";

/** Asks for one act on an import after the other, and loads the page again; `refusal` says why one was refused. */
export function useImportAct(address: string) {
  const { revalidate, state } = useRevalidator();
  const [isActing, setActing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const act = async (...wanted: ImportAction[]) => {
    setActing(true);
    setRefusal(null);
    try {
      for (const one of wanted)
        await askServer(`${address}/act`, { method: "POST", body: JSON.stringify(one) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.text);
    }
    setActing(false);
    revalidate();
  };
  return { act, refusal, isPending: isActing || state === "loading" };
}
