import type { ChangedSentence } from "~/domain/privacy/policy-history";

/** Changed sentences with what went and what came, for eyes and for screen readers. */
export function WordChanges({ changed }: { changed: readonly ChangedSentence[] }) {
  return (
    <ul className="grid gap-3">
      {changed.map(({ id, runs }) => (
        <li key={id} className="grid grid-cols-[2.5rem_1fr] gap-x-2 text-pretty text-muted">
          <span className="figures text-faint">{id}</span>
          <p>
            {runs.map(({ kind, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one sentence never change places
              <Run key={index} kind={kind} text={text} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Run({ kind, text }: ChangedSentence["runs"][number]) {
  if (kind === "added")
    return <ins className="rounded-small bg-good-surface text-good-text no-underline">{text} </ins>;
  if (kind === "removed") return <del className="rounded-small bg-bad-surface text-bad-text">{text} </del>;
  return <>{text} </>;
}
