// Plain text for a <script>: it runs before the body is parsed and before any module.

/** zod would try eval, which the policy forbids; it reads this before its first schema. */
const ZOD = "globalThis.__zod_globalConfig={jitless:true};";
/** Scroll locks write a style element and look for the nonce here. */
const NONCE = "globalThis.__webpack_nonce__=document.currentScript.nonce;";
const RAIL = `if(s.getItem("rail")==="narrow")d.dataset.rail="narrow";`;
const THEME = `var t=s.getItem("theme");if(t==="light"||t==="dark"){d.classList.remove("system");d.classList.add(t)}`;

/** The script of the first paint; for visitors with the theme that this browser remembers. */
export function firstPaintCode(isVisitor: boolean): string {
  const remembered = `try{var d=document.documentElement,s=localStorage;${RAIL}${isVisitor ? THEME : ""}}catch(e){}`;
  return `${ZOD}${NONCE}${remembered}`;
}
