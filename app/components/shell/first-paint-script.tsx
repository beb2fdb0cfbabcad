type FirstPaintScriptProps = {
  nonce: string;
  /** True for visitors: the theme of this browser then replaces `system` before anything is painted. */
  isVisitor: boolean;
};

// Runs before the body is parsed, so it is plain text: what this browser remembers, applied to <html>.
const RAIL = `if(s.getItem("rail")==="narrow")d.dataset.rail="narrow";`;
const THEME = `var t=s.getItem("theme");if(t==="light"||t==="dark"){d.classList.remove("system");d.classList.add(t)}`;

/** Goes into <head>. Give <html> `suppressHydrationWarning`: this may have changed its class. */
export function FirstPaintScript({ nonce, isVisitor }: FirstPaintScriptProps) {
  const code = `try{var d=document.documentElement,s=localStorage;${RAIL}${isVisitor ? THEME : ""}}catch(e){}`;
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, under the nonce
      dangerouslySetInnerHTML={{ __html: code }}
    />
  );
}
