import type { ReactNode } from "react";
import type { PhonePlace } from "../ui/table";

/** One column that a list can show. */
export type ListColumn<T> = {
  name: string;
  label: string;
  render: (row: T) => ReactNode;
  /** In pixels, until the member drags it. */
  width: number;
  isNumeric?: boolean;
  phone?: PhonePlace;
  /** The sort that a press on the header asks for. */
  sort?: string;
  /** Quiet text beside the record's name. */
  isMuted?: boolean;
};

export const NARROWEST = 72;
export const WIDEST = 800;

/** The chosen columns in their order; the first column names the record and always leads. */
export function chooseColumns<T>(
  columns: readonly ListColumn<T>[],
  chosen: readonly string[] | null,
  usual: readonly string[],
): ListColumn<T>[] {
  const [first, ...others] = columns;
  const byName = new Map(others.map((column) => [column.name, column]));
  const rest = [...new Set(chosen ?? usual)].flatMap((name) => byName.get(name) ?? []);
  return first ? [first, ...rest] : rest;
}
