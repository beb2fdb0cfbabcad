const LATIN = /\p{Script=Latin}/u;
const LOOKALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u;

/** Whether Latin letters stand beside those of a script that looks alike: "аina" with a Cyrillic а is another word. */
export function hasMixedScripts(text: string): boolean {
  return LATIN.test(text) && LOOKALIKE.test(text);
}
