/** A payload as it came, in a box of its own that scrolls. */
export function PayloadText({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-144 overflow-auto rounded-control bg-sunken">
      <pre className="p-4 font-mono text-xs leading-5 text-ink">{text}</pre>
    </section>
  );
}
