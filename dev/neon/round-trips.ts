/** What reached a database since the endpoint started. One HTTP request and one awaited WebSocket answer are one round trip each. */
export type RoundTrips = {
  httpRequests: number;
  httpQueries: number;
  sockets: number;
  socketRoundTrips: number;
};

/** Counts per database, so that tests beside each other each see their own. */
export class RoundTripCounts {
  readonly #counts = new Map<string, RoundTrips>();

  add(database: string, counted: Partial<RoundTrips>): void {
    const sum = this.of(database);
    this.#counts.set(database, {
      httpRequests: sum.httpRequests + (counted.httpRequests ?? 0),
      httpQueries: sum.httpQueries + (counted.httpQueries ?? 0),
      sockets: sum.sockets + (counted.sockets ?? 0),
      socketRoundTrips: sum.socketRoundTrips + (counted.socketRoundTrips ?? 0),
    });
  }

  of(database: string): RoundTrips {
    return this.#counts.get(database) ?? { httpRequests: 0, httpQueries: 0, sockets: 0, socketRoundTrips: 0 };
  }
}
