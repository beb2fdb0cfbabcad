/** A path on this site to go to, or null: never another host, however it is spelt. */
export function localPath(value: string | null): string | null {
  // Browsers read a backslash as a slash and skip tabs and line ends, so "/\evil" and "/\t/evil" leave the site.
  if (value === null || !/^\/(?![/\\])/.test(value) || /[\\\p{Cc}]/u.test(value)) return null;
  return value;
}
