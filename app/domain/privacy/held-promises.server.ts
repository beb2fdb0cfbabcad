import titles from "virtual:promise-tests";
import { PROMISES, type PromiseId } from "./promises";
import { findUnbuilt, type UnbuiltCapability } from "./unbuilt-promises";

export type HeldPromise = {
  id: PromiseId;
  text: string;
  /** What it waits for; null when it holds today. */
  unbuilt: UnbuiltCapability | null;
  /** Titles of the tests that hold it, in English. */
  tests: string[];
};

/** Every promise with the tests that hold it, as they were when the app was built. */
export function readHeldPromises(language: "en" | "ms"): HeldPromise[] {
  return PROMISES.map((promise) => ({
    id: promise.id,
    text: promise[language],
    unbuilt: findUnbuilt(promise.id),
    tests: titles[promise.id] ?? [],
  }));
}
