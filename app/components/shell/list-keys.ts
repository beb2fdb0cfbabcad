/** What keys do in lists, as the help tells it: each with the combinations that do it. */
export const LIST_KEYS = [
  ["next", [["J"], ["↓"]]],
  ["previous", [["K"], ["↑"]]],
  ["open", [["Enter"]]],
  ["select", [["X"]]],
  ["selectRange", [["Shift", "X"]]],
  ["saveInPlace", [["Enter"]]],
  ["leaveInPlace", [["Esc"]]],
] as const satisfies readonly (readonly [string, readonly (readonly string[])[]])[];
