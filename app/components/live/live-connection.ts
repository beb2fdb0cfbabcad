import { readChanged } from "./read-changed";
import { reconnectDelay } from "./reconnect-delay";

export type LiveListeners = {
  opened: () => void;
  told: (data: unknown) => void;
  closed: (code: number) => void;
};

export type LiveOptions = {
  /** Opens a WebSocket, calls the listeners, and gives back what ends it. */
  open: (listeners: LiveListeners) => { close: () => void };
  /** Called at most once a second, and only while the page is visible. */
  refresh: () => void;
  isVisible: () => boolean;
  /** Kinds of records that the page shows; without it, every change counts. */
  kinds?: readonly string[];
  now?: () => number;
  random?: () => number;
};

/** Closed by the server because the session ended: the next loader leads to the log-in page. */
const SESSION_OVER = 4001;
const QUIET_MS = 1_000;
const JITTER_MS = 300;

/**
 * Keeps a page fresh: hears what changed and has the page load again. While the
 * page is hidden it only remembers that it is stale. Pages work without it.
 */
export class LiveConnection {
  readonly #options: LiveOptions;
  #socket: { close: () => void } | null = null;
  #failures = 0;
  #hasBeenOpen = false;
  #isStale = false;
  #isEnded = false;
  #refreshedAt = Number.NEGATIVE_INFINITY;
  #refreshTimer: ReturnType<typeof setTimeout> | null = null;
  #reconnectTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  start(): void {
    this.#socket = this.#options.open({
      opened: () => this.#handleOpen(),
      told: (data) => this.#hear(data),
      closed: (code) => this.#handleClose(code),
    });
  }

  /** To be called when the page becomes visible or hidden. */
  visibilityChanged(): void {
    if (this.#isStale) this.#scheduleRefresh();
  }

  end(): void {
    this.#isEnded = true;
    if (this.#refreshTimer !== null) clearTimeout(this.#refreshTimer);
    if (this.#reconnectTimer !== null) clearTimeout(this.#reconnectTimer);
    this.#socket?.close();
  }

  #handleOpen(): void {
    this.#failures = 0;
    // What changed while the connection was lost was not heard.
    if (this.#hasBeenOpen) this.#markStale();
    this.#hasBeenOpen = true;
  }

  #hear(data: unknown): void {
    const { kinds } = this.#options;
    const changed = readChanged(data);
    if (changed.some((kind) => kinds === undefined || kinds.includes(kind))) this.#markStale();
  }

  #handleClose(code: number): void {
    if (this.#isEnded) return;
    if (code === SESSION_OVER) {
      this.#markStale();
      return;
    }
    const delay = reconnectDelay(this.#failures, this.#random());
    this.#failures += 1;
    this.#reconnectTimer = setTimeout(() => this.start(), delay);
  }

  #markStale(): void {
    this.#isStale = true;
    this.#scheduleRefresh();
  }

  #scheduleRefresh(): void {
    if (this.#refreshTimer !== null || !this.#options.isVisible()) return;
    const rest = Math.max(this.#refreshedAt + QUIET_MS - this.#now(), 0);
    // A change reaches all screens of an organization at once; their loads are spread a little.
    const jitter = JITTER_MS * this.#random();
    this.#refreshTimer = setTimeout(() => this.#refresh(), rest + jitter);
  }

  #refresh(): void {
    this.#refreshTimer = null;
    if (!this.#isStale || !this.#options.isVisible()) return;
    this.#isStale = false;
    this.#refreshedAt = this.#now();
    this.#options.refresh();
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #random(): number {
    return (this.#options.random ?? Math.random)();
  }
}
