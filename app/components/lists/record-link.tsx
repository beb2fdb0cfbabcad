import type { ReactNode } from "react";
import { RowLink } from "../ui/row-link";
import { useList } from "./list-context";

/** The link that names a row's record; it tells the record's page which list it came from. */
export function RecordLink({ id, children }: { id: string; children: ReactNode }) {
  const { to } = useList();
  const search = to({});
  return (
    <RowLink to={search === "?" ? id : `${id}${search}`} className="truncate">
      {children}
    </RowLink>
  );
}
