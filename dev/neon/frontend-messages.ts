/** What a client's bytes have said so far. */
export type Heard = { database?: string; roundTrips: number };

const SIMPLE_QUERY = "Q".charCodeAt(0);
const SYNC = "S".charCodeAt(0);
/** Type byte and length, of which the length counts itself. */
const HEADER_BYTES = 5;

/**
 * Follows what a Postgres client sends, without changing it: the database of its
 * startup message, then every message that makes the client wait for an answer
 * (a simple query, or the Sync that ends a pipeline).
 */
export class FrontendMessages {
  #pending = Buffer.alloc(0);
  #isStarted = false;

  hear(chunk: Buffer): Heard {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const heard: Heard = { roundTrips: 0 };
    if (!this.#isStarted) {
      const startup = this.#take(0);
      if (startup === null) return heard;
      this.#isStarted = true;
      heard.database = parameterOf(startup, "database");
    }
    for (let message = this.#take(1); message !== null; message = this.#take(1)) {
      if (message[0] === SIMPLE_QUERY || message[0] === SYNC) heard.roundTrips += 1;
    }
    return heard;
  }

  /** The next whole message, whose length stands behind `typeBytes`. */
  #take(typeBytes: 0 | 1): Buffer | null {
    if (this.#pending.length < HEADER_BYTES) return null;
    const size = typeBytes + this.#pending.readUInt32BE(typeBytes);
    if (this.#pending.length < size) return null;
    const message = this.#pending.subarray(0, size);
    this.#pending = this.#pending.subarray(size);
    return message;
  }
}

/** Startup: length, protocol version, then names and values, each ended by a zero byte. */
function parameterOf(startup: Buffer, name: string): string | undefined {
  const words = startup.toString("utf8", 8).split("\0");
  const at = words.findIndex((word, i) => i % 2 === 0 && word === name);
  return at === -1 ? undefined : words[at + 1];
}
