import { firstPaintCode } from "./first-paint-code";

type FirstPaintScriptProps = {
  nonce: string | undefined;
  /** True for visitors: the theme of this browser then replaces `system` before anything is painted. */
  isVisitor: boolean;
};

/** Goes into <head>, before everything else. Give <html> `suppressHydrationWarning`: this may have changed it. */
export function FirstPaintScript({ nonce, isVisitor }: FirstPaintScriptProps) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, under the nonce
      dangerouslySetInnerHTML={{ __html: firstPaintCode(isVisitor) }}
    />
  );
}
