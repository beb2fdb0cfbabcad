/**
 * Lets what is added within a moment be handled in one turn, so that one commit
 * serves all of it: for a single object on one disk, commits are what is slow.
 */
export class Gathering<T, R> {
  readonly #waitMs: number;
  readonly #handle: (item: T) => R;
  #waiting: { item: T; resolve: (result: R) => void; reject: (reason: unknown) => void }[] = [];

  constructor(waitMs: number, handle: (item: T) => R) {
    this.#waitMs = waitMs;
    this.#handle = handle;
  }

  /** What handling the item gave, or the error it threw, which is its own alone. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setTimeout(() => this.#handleAll(), this.#waitMs);
      this.#waiting.push({ item, resolve, reject });
    });
  }

  #handleAll(): void {
    for (const { item, resolve, reject } of this.#waiting.splice(0)) {
      try {
        resolve(this.#handle(item));
      } catch (error) {
        reject(error);
      }
    }
  }
}
