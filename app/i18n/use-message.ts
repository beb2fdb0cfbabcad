import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { readMessage } from "./message";

/** Turns messages of actions and errors into words: `message("errors:form.tooShort?min=8")`. */
export function useMessage(): (message: string) => string {
  const { t } = useTranslation();
  return useCallback((message) => readMessage(message, (key, values) => t(key, values ?? {})), [t]);
}
