import { useState } from "react";
import { currencyDigits } from "~/lib/money";
import { Input } from "../ui/input";

type AmountInputProps = {
  label: string;
  /** Digits after the point, or the currency that tells. The value is the whole number without the point. */
  digits: number | string;
  value: unknown;
  onChange: (value: number | string) => void;
};

/** A number as people write it; what is none stays as it was typed and is refused later. */
export function AmountInput({ label, digits, value, onChange }: AmountInputProps) {
  const places = typeof digits === "string" ? currencyDigits(digits) : digits;
  const scale = 10 ** places;
  const [text, setText] = useState(typeof value === "number" ? String(value / scale) : "");
  return (
    <Input
      size="small"
      className="figures w-32!"
      inputMode="decimal"
      aria-label={label}
      value={text}
      required
      onChange={({ target }) => {
        setText(target.value);
        const read = Number(target.value.replaceAll(",", ""));
        onChange(
          target.value.trim() !== "" && Number.isFinite(read) ? Math.round(read * scale) : target.value,
        );
      }}
    />
  );
}
