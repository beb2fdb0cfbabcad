const BOUNDARY = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;
const NAME = /;\s*name="([^"]{1,200})"/i;
const FILE = /;\s*filename\*?=/i;

/** The text fields of a multipart/form-data body in their order; files are left out. Null when it has no boundary. */
export function readMultipartFields(text: string, contentType: string): [string, string][] | null {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return null;
  const [, ...parts] = `\r\n${text}`.split(`\r\n--${boundary}`);
  return parts.flatMap((part) => {
    const end = part.indexOf("\r\n\r\n");
    if (end === -1) return [];
    const head = part.slice(0, end);
    const name = NAME.exec(head)?.[1];
    return name === undefined || FILE.test(head) ? [] : [[name, part.slice(end + 4)] as [string, string]];
  });
}
