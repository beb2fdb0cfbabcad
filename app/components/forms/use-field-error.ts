import { useMessage } from "~/i18n/use-message";

/** The first error of a field in words, if it has one. */
export function useFieldError(field: { errors?: string[] | undefined }): string | undefined {
  const message = useMessage();
  const first = field.errors?.[0];
  return first === undefined ? undefined : message(first);
}
