import { afterEach } from "vitest";

const said: string[] = [];
const print = console.error;

// A test that expects an error to be printed replaces console.error itself.
console.error = (...words: unknown[]) => {
  said.push(words.map(String).join(" "));
  print(...words);
};

afterEach(() => {
  const [first] = said.splice(0);
  if (first !== undefined) throw new Error(`console.error was called: ${first}`);
});
