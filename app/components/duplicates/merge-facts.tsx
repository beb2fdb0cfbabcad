import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MERGE_FIELDS } from "~/domain/merges/merge-fields";
import type { MergeCandidate } from "~/domain/merges/merge-pair-queries.server";
import { AddressLines, hasAddress } from "../lists/address-lines";
import { Phone } from "../ui/phone";
import { FieldValueText } from "./field-value-text";
import { MergeChoice } from "./merge-choice";

type Sides = { survivor: MergeCandidate; absorbed: MergeCandidate };

/** Every fact of two customers, and which of them the survivor is to show. */
export function MergeFacts({ survivor, absorbed }: Sides) {
  const { t } = useTranslation("duplicates");
  const names = new Map([...survivor.values, ...absorbed.values].map((value) => [value.fieldId, value.name]));
  const valueIn = (side: MergeCandidate, id: string) => {
    const found = side.values.find(({ fieldId }) => fieldId === id);
    return found ? { key: JSON.stringify(found.value), shown: <FieldValueText of={found} /> } : null;
  };
  return (
    <>
      {MERGE_FIELDS.map((field) => (
        <MergeChoice
          key={field}
          name={field}
          label={t(`fields.${field}`)}
          survivor={factOf(survivor, field)}
          absorbed={factOf(absorbed, field)}
        />
      ))}
      {[...names].map(([id, label]) => (
        <MergeChoice
          key={id}
          name={id}
          label={label}
          survivor={valueIn(survivor, id)}
          absorbed={valueIn(absorbed, id)}
        />
      ))}
    </>
  );
}

/** What is compared, and how it is shown. */
export type SideFact = { key: string; shown: ReactNode } | null;

function factOf(side: MergeCandidate, field: (typeof MERGE_FIELDS)[number]): SideFact {
  if (field === "address") {
    const { address } = side;
    return hasAddress(address)
      ? { key: JSON.stringify(address), shown: <AddressLines address={address} /> }
      : null;
  }
  const value = side[field];
  if (!value) return null;
  return {
    key: value,
    shown: field === "phone" ? <Phone number={value} className="whitespace-normal!" /> : value,
  };
}
