const TYPED_INTO = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";
const NOT_TYPED = new Set(["checkbox", "radio", "button", "submit", "reset"]);

/** Whether keys pressed in this element are text for it. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest(TYPED_INTO);
  return field !== null && !(field instanceof HTMLInputElement && NOT_TYPED.has(field.type));
}
