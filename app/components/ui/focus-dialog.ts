const FIRST_FIELD = "[data-first], input:not([type=hidden]), textarea, select";

/** Where the focus goes when a dialog opens: its first field, or the dialog itself rather than its close button. */
export function focusDialog(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  (dialog.querySelector<HTMLElement>(FIRST_FIELD) ?? dialog).focus();
}
