type RadioChoicesProps<Value extends string> = {
  name: string;
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; help?: string; isDisabled?: boolean }[];
  onChange: (value: Value) => void;
};

/** One of a few, all in sight. */
export function RadioChoices<Value extends string>(props: RadioChoicesProps<Value>) {
  const { name, label, value, options, onChange } = props;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium text-ink">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex cursor-pointer items-start gap-2.5 py-1 text-base text-ink has-disabled:cursor-default has-disabled:text-faint"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.isDisabled}
            onChange={() => onChange(option.value)}
            className="hit mt-0.5 size-4 shrink-0 accent-(--color-brand)"
          />
          <span>
            {option.label}
            {option.help && <span className="block text-sm text-muted">{option.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
