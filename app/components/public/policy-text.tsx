import { useTranslation } from "react-i18next";
import type { PolicyGroup, PolicySection, PolicySentence } from "~/domain/privacy/policy";

/** The promises, section by section. Each sentence carries the id of its promise. */
export function PolicyText({ sections }: { sections: PolicySection[] }) {
  const { t } = useTranslation("privacy");
  return (
    <div className="grid gap-10">
      {sections.map(({ number, groups }) => (
        <section key={number} id={`s${number}`} aria-labelledby={`s${number}-title`} className="scroll-mt-20">
          <h2 id={`s${number}-title`} className="mb-3 flex gap-3 text-xl font-medium text-ink">
            <span className="figures w-7 shrink-0 text-faint">{number}</span>
            {t(`sections.${number}`)}
          </h2>
          <div className="grid gap-5 sm:pl-10">
            {groups.map((group) => (
              <Group key={group.key} group={group} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** A titled list of promises of one kind; a promise without siblings stands as a paragraph. */
function Group({ group }: { group: PolicyGroup }) {
  const { t } = useTranslation("privacy");
  const [first] = group.sentences;
  if (group.sentences.length === 1 && first) return <Sentence as="p" {...first} />;
  return (
    <div>
      <h3 className="mb-1.5 text-base font-medium text-ink">{t(`groups.${group.key.replace(".", "_")}`)}</h3>
      <ul className="grid list-disc gap-1.5 pl-5 marker:text-faint">
        {group.sentences.map((sentence) => (
          <Sentence key={sentence.id} as="li" {...sentence} />
        ))}
      </ul>
    </div>
  );
}

function Sentence({ as: Tag, id, text }: PolicySentence & { as: "p" | "li" }) {
  return (
    <Tag data-promise={id} className="max-w-[68ch] text-lg text-pretty text-muted">
      {text}
    </Tag>
  );
}
