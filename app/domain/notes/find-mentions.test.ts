import { expect, test } from "vitest";
import { findMentions } from "./find-mentions";

const people = [
  { id: "1", name: "Aina" },
  { id: "2", name: "Aina binti Ali" },
  { id: "3", name: "陈小明" },
  { id: "4", name: "aina" },
];

test("finds whom a note names, the longer name first, and everybody of one name", () => {
  expect(findMentions("Ask @Aina Binti Ali, please", people)).toEqual(["2"]);
  expect(findMentions("@aina: done", people)).toEqual(["1", "4"]);
  expect(findMentions("@陈小明 @Aina", people)).toEqual(["3", "1", "4"]);
  expect(findMentions("aina@kedai.my is @Ainaa's", people)).toEqual([]);
});
