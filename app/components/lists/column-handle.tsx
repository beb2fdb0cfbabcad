import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { NARROWEST, WIDEST } from "./list-columns";

type ColumnHandleProps = {
  label: string;
  width: number;
  /** `isDone` when the pointer lets go or a key was pressed. */
  onResize: (width: number, isDone: boolean) => void;
};

const STEP = 16;
const bounded = (width: number) => Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));

/** The edge of a column: drag it, or focus it and use the arrow keys. */
export function ColumnHandle({ label, width, onResize }: ColumnHandleProps) {
  const { t } = useTranslation("lists");
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    // Columns share what is left over: what is dragged is the width on the screen.
    const shown = handle.closest("th")?.getBoundingClientRect().width ?? width;
    const at = (x: number) => bounded(shown + x - from);
    const move = (moved: globalThis.PointerEvent) => onResize(at(moved.clientX), false);
    const end = (ended: globalThis.PointerEvent) => {
      handle.removeEventListener("pointermove", move);
      onResize(at(ended.clientX), true);
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end, { once: true });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    event.stopPropagation();
    onResize(bounded(width + (event.key === "ArrowRight" ? STEP : -STEP)), true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged
    <span
      role="separator"
      tabIndex={0}
      draggable={false}
      aria-orientation="vertical"
      aria-label={t("columns.width", { name: label })}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      onPointerDown={begin}
      onKeyDown={press}
      className="absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none rounded-small border-r border-transparent group-hover/head:border-line hover:border-brand! focus-visible:border-brand"
    />
  );
}
