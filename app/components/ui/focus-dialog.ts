const FIRST_FIELD = "[data-first], input:not([type=hidden]), textarea, select";

/** Where the focus goes when a dialog opens: its first field, or the dialog itself rather than its close button. */
export function focusDialog(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  (dialog.querySelector<HTMLElement>(FIRST_FIELD) ?? dialog).focus();
}

/**
 * Leaves the field before its dialog closes: a form that checks itself when a field is
 * left would else do so while it is taken away, and be sent as a page of its own.
 */
export function leaveDialog(isOpen: boolean): void {
  const field = document.activeElement;
  if (!isOpen && field instanceof HTMLElement && field.matches("input, select, textarea")) field.blur();
}

/** Escape closes the list that is open below a field first, and only then the dialog around it. */
export function keepAroundList(event: KeyboardEvent): void {
  const isListOpen =
    event.target instanceof HTMLElement && event.target.matches("[role=combobox][aria-expanded=true]");
  if (isListOpen) event.preventDefault();
}
