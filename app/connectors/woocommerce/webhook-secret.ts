const QUOTED_CHARACTER =
  /&(?:(amp|#0*38|#x0*26)|(lt|#0*60)|(gt|#0*62)|(quot|#0*34|#x0*22)|(#0*39|#x0*27));/gi;
const CHARACTERS = ["&", "<", ">", '"', "'"];

/**
 * The forms in which WooCommerce may use a secret: as stored, and as
 * WordPress's `wp_specialchars_decode(…, ENT_QUOTES)` makes it before signing.
 */
export function secretForms(secret: string): string[] {
  const decoded = secret.replace(QUOTED_CHARACTER, (entity, ...groups: unknown[]) => {
    const index = groups.slice(0, CHARACTERS.length).findIndex((group) => group !== undefined);
    return CHARACTERS[index] ?? entity;
  });
  return decoded === secret ? [secret] : [secret, decoded];
}
