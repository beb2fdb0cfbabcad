/** The fields of a form-urlencoded text in their order, decoded. */
export function readFormFields(text: string): [string, string][] {
  return [...new URLSearchParams(text)];
}
