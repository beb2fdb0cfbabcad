import { useState } from "react";
import type { PasskeyFields } from "./ask-passkey";

type PasskeyState = "idle" | "asking" | "failed";

/**
 * Asks for a passkey, or makes one, and hands its answer on. The browser's part is
 * loaded at the first press. Given up or failed is one state: browsers do not tell.
 */
export function usePasskey(url: string): {
  state: PasskeyState;
  ask(purpose: "log-in" | "second-step" | "confirm", onAnswer: (fields: PasskeyFields) => void): void;
  make(onAnswer: (fields: PasskeyFields) => void): void;
} {
  const [state, setState] = useState<PasskeyState>("idle");
  const run = async (
    work: (browser: typeof import("./ask-passkey")) => Promise<PasskeyFields>,
    onAnswer: (fields: PasskeyFields) => void,
  ) => {
    setState("asking");
    try {
      const fields = await work(await import("./ask-passkey"));
      setState("idle");
      onAnswer(fields);
    } catch {
      setState("failed");
    }
  };
  return {
    state,
    ask: (purpose, onAnswer) => void run((browser) => browser.askPasskey(url, purpose), onAnswer),
    make: (onAnswer) => void run((browser) => browser.makePasskey(url), onAnswer),
  };
}
