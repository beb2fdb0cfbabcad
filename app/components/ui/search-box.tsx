import { Form, useNavigation } from "@remix-run/react";
import { Search } from "lucide-react";
import { useId } from "react";
import { cn } from "./cn";
import { Input } from "./input";
import { Kbd } from "./kbd";
import { Spinner } from "./spinner";

type SearchBoxProps = {
  label: string;
  /** The query in the URL, `?q=`. */
  value: string;
  /** Other parts of the URL that a new search keeps. */
  keep?: Record<string, string>;
  className?: string;
};

/** A list's search. Enter puts the words into the URL; `/` comes here from anywhere on the page. */
export function SearchBox({ label, value, keep = {}, className }: SearchBoxProps) {
  const id = useId();
  const navigation = useNavigation();
  const wanted = new URLSearchParams(navigation.location?.search).get("q");
  const isSearching = navigation.state === "loading" && wanted !== null && wanted !== value;
  return (
    <Form role="search" replace className={cn("relative w-full sm:w-80", className)}>
      {Object.entries(keep).map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-muted">
        {isSearching ? <Spinner /> : <Search aria-hidden="true" className="size-4" />}
      </span>
      <Input
        key={value}
        id={id}
        type="search"
        name="q"
        size="small"
        defaultValue={value}
        placeholder={label}
        autoComplete="off"
        data-page-search=""
        className="peer pl-8.5 sm:pr-9 [&::-webkit-search-cancel-button]:appearance-none"
      />
      <Kbd className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 peer-focus:hidden max-sm:hidden">
        /
      </Kbd>
    </Form>
  );
}
