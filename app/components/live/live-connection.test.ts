import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LiveConnection, type LiveListeners, type LiveOptions } from "./live-connection";

class FakeSocket {
  readonly close = vi.fn();
  constructor(readonly listeners: LiveListeners) {}
  tell(changed: string[]) {
    this.listeners.told(JSON.stringify({ changed }));
  }
}

let sockets: FakeSocket[];
let refreshed: number[];
let isVisible: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  refreshed = [];
  isVisible = true;
});
afterEach(() => {
  vi.useRealTimers();
});

function connect(options: Partial<LiveOptions> = {}): LiveConnection {
  const connection = new LiveConnection({
    open(listeners) {
      const socket = new FakeSocket(listeners);
      sockets.push(socket);
      return socket;
    },
    refresh: () => void refreshed.push(Date.now()),
    isVisible: () => isVisible,
    random: () => 0.5,
    ...options,
  });
  connection.start();
  sockets[0]?.listeners.opened();
  return connection;
}

const last = () => sockets[sockets.length - 1];

describe("a live page", () => {
  test("loads again after a change, and at most once a second in a burst", () => {
    connect();
    for (let i = 0; i < 40; i++) {
      last()?.tell(["orders"]);
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(5_000);
    expect(refreshed.length).toBeGreaterThanOrEqual(3);
    expect(refreshed.length).toBeLessThanOrEqual(5);
    const gaps = refreshed.slice(1).map((at, i) => at - (refreshed[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  });

  test("does nothing when what changed is not on it, or when it cannot read the message", () => {
    connect({ kinds: ["orders"] });
    last()?.tell(["products"]);
    last()?.listeners.told("nonsense");
    last()?.listeners.told('{"changed": 7}');
    vi.advanceTimersByTime(5_000);
    expect(refreshed).toEqual([]);
    last()?.tell(["products", "orders"]);
    vi.advanceTimersByTime(5_000);
    expect(refreshed).toHaveLength(1);
  });

  test("waits while it is hidden, and loads once when it is seen again", () => {
    const connection = connect();
    isVisible = false;
    for (let i = 0; i < 5; i++) last()?.tell(["orders"]);
    vi.advanceTimersByTime(60_000);
    expect(refreshed).toEqual([]);
    isVisible = true;
    connection.visibilityChanged();
    vi.advanceTimersByTime(1_000);
    expect(refreshed).toHaveLength(1);
    connection.visibilityChanged();
    vi.advanceTimersByTime(5_000);
    expect(refreshed).toHaveLength(1);
  });

  test("comes back after a lost connection, ever later, and loads what it missed", () => {
    connect();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const [at, count] = [Date.now(), sockets.length];
      last()?.listeners.closed(1006);
      while (sockets.length === count) vi.advanceTimersByTime(50);
      waits.push(Date.now() - at);
    }
    expect(waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000]);
    expect(refreshed).toEqual([]);
    last()?.listeners.opened();
    vi.advanceTimersByTime(1_000);
    expect(refreshed).toHaveLength(1);
  });

  test("does not come back when its session is over, but loads once, which leads to the log-in page", () => {
    connect();
    last()?.listeners.closed(4001);
    vi.advanceTimersByTime(300_000);
    expect(sockets).toHaveLength(1);
    expect(refreshed).toHaveLength(1);
  });

  test("is silent once it is left", () => {
    const connection = connect();
    last()?.tell(["orders"]);
    connection.end();
    expect(last()?.close).toHaveBeenCalledOnce();
    last()?.listeners.closed(1000);
    vi.advanceTimersByTime(300_000);
    expect([sockets.length, refreshed.length]).toEqual([1, 0]);
  });
});
