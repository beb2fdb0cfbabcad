import { type ButtonHTMLAttributes, forwardRef, type ReactElement, Suspense, useState } from "react";

type MenuButtonProps = {
  /** The menu around the button; a lazy component. It is mounted open when first asked for. */
  menu: (button: ReactElement) => ReactElement;
  /** Begins to fetch the menu's code while the pointer is still on its way. */
  onIntent: () => void;
} & ButtonHTMLAttributes<HTMLButtonElement>;

/**
 * A button whose menu arrives when it is first wanted: menus bring a positioning
 * library that the first page does without.
 */
export function MenuButton({ menu, onIntent, ...button }: MenuButtonProps) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) {
    const real = <Trigger {...button} />;
    return <Suspense fallback={<Trigger {...button} aria-busy="true" />}>{menu(real)}</Suspense>;
  }
  return (
    <Trigger
      {...button}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={onIntent}
      onFocus={onIntent}
      onClick={() => setWanted(true)}
    />
  );
}

const Trigger = forwardRef<HTMLButtonElement, ButtonHTMLAttributes<HTMLButtonElement>>(
  function Trigger(props, ref) {
    return <button type="button" {...props} ref={ref} />;
  },
);
