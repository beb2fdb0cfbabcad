/** `/shop//` as `/shop`; by hand, because the regular expression for it is slow on a text of slashes. */
export function trimSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}
