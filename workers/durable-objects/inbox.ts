import { DurableObject } from "cloudflare:workers";
import { uuidv7 } from "uuidv7";
import { CONNECTORS } from "~/connectors/registry";
import type { InboxConfig } from "~/domain/context";
import type { HandOnMessage } from "~/domain/deliveries/delivery.schema";
import { logError } from "~/lib/log";
import { configOf } from "../config";
import { answerAcceptance, answerError } from "../ingress/answers";
import { readDeliveryHeaders, readRawBody } from "../ingress/read-request";
import { type Acceptance, type AcceptInput, answerStored } from "./inbox/acceptance";
import {
  type DeliveryPage,
  type NewDelivery,
  purgeDeliveries,
  readPending,
  releaseDeliveries,
  storeDelivery,
} from "./inbox/deliveries";
import { Gathering } from "./inbox/gathering";
import { endRanges, formRanges, listDueRanges, nextHandOnAt, postponeRanges } from "./inbox/hand-ons";
import { type InboxHealth, readHealth } from "./inbox/health";
import { firstRetryMs, GATHER_MS, HAND_ON_DELAY_MS, HAND_ON_EVERY_MS } from "./inbox/limits";
import { type OpenSecrets, openSecrets } from "./inbox/open-secrets";
import { proofHeadersOf } from "./inbox/proof-headers";
import { readDelivery } from "./inbox/read-delivery";
import {
  countRefusal,
  forgetRefusals,
  listRefusals,
  purgeRefusals,
  type RefusalCount,
  type RefusalReason,
} from "./inbox/refusals";
import { createInboxTables } from "./inbox/schema";

export type { Acceptance, AcceptInput } from "./inbox/acceptance";
export type { InboxHealth } from "./inbox/health";

/** The connection that a page of deliveries belongs to. */
export type InboxPage = DeliveryPage & { connection: InboxConfig | null };

const CONFIG = "config";
const IS_REMOVED = "isRemoved";
const PINGED_AT = "pingedAt";
/** An alarm that is late by this much is set again: it may be lost. */
const LATE_ALARM_MS = 5_000;

/**
 * Guards the deliveries of one connection from their arrival until a consumer
 * confirmed them. It accepts without a database; what it answered with 2xx is on
 * disk, together with the alarm that hands it on.
 */
export class Inbox extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  #config: InboxConfig | null;
  #isRemoved: boolean;
  #secrets: Promise<OpenSecrets> | null = null;
  readonly #arrivals = new Gathering(GATHER_MS, (delivery: NewDelivery) => this.#store(delivery));
  /** When the alarm rings as far as this instance knows; null when it may not be set. */
  #alarmAt: number | null = null;
  #handedOnAt = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    createInboxTables(this.#sql);
    this.#config = ctx.storage.kv.get<InboxConfig>(CONFIG) ?? null;
    this.#isRemoved = ctx.storage.kv.get<boolean>(IS_REMOVED) ?? false;
  }

  /** Answers a webhook request, `/hooks/<platform>/…`, as it came from the shop. */
  override async fetch(request: Request): Promise<Response> {
    const body = await readRawBody(request);
    if (body === null) return answerError(413, "too_large");
    const [, , platform = "", , ...address] = new URL(request.url).pathname.split("/");
    const connector = this.#config ? CONNECTORS[this.#config.platform] : null;
    const proofHeaders = connector ? proofHeadersOf(connector, this.#config?.settings) : [];
    const headers = readDeliveryHeaders(request, proofHeaders);
    return answerAcceptance(await this.accept({ platform, address, headers, body }), connector?.okText);
  }

  /** Verifies, deduplicates and stores one request, and says what to answer. */
  async accept(input: AcceptInput): Promise<Acceptance> {
    const now = Date.now();
    const config = this.#config;
    if (this.#isRemoved) return { status: 410, code: "removed" };
    if (!config) return this.#refuse({ status: 503, code: "not_configured" }, now);
    if (config.platform !== input.platform) return { status: 404, code: "not_found" };
    // A shop's privacy requests count for a connection that is switched off, too.
    if (!config.isEnabled && !input.isVerified)
      return this.#refuse({ status: 410, code: "switched_off" }, now);
    const verdict = input.isVerified ? "ok" : await this.#verify(config, input, now);
    if (verdict === "refused") return this.#refuse({ status: 401, code: "bad_signature" }, now);
    if (verdict === "ping") {
      this.ctx.storage.kv.put(PINGED_AT, now);
      return { status: 200, code: "ping" };
    }
    const { headers, address, body: rawBody } = input;
    const delivery = await readDelivery({
      connector: CONNECTORS[config.platform],
      settings: config.settings,
      ...{ headers, address, rawBody, id: uuidv7(), now },
    });
    return answerStored(delivery.unreadable, await this.#arrivals.add(delivery));
  }

  /** Takes over a configuration unless it knows a newer one. */
  async configure(config: InboxConfig): Promise<void> {
    if (this.#config && this.#config.version >= config.version) return;
    this.ctx.storage.kv.delete(IS_REMOVED);
    this.ctx.storage.kv.put(CONFIG, config);
    this.#isRemoved = false;
    this.#config = config;
    this.#secrets = null;
  }

  /** Pending deliveries of a range, in pages. */
  async read(fromSeq: number, toSeq: number): Promise<InboxPage> {
    return { connection: this.#config, ...readPending(this.#sql, fromSeq, toSeq) };
  }

  /** Ends the responsibility for deliveries whose outcome is in the database. */
  async confirm(seqs: readonly number[]): Promise<void> {
    if (seqs.length === 0) return;
    releaseDeliveries(this.#sql, seqs);
    endRanges(this.#sql, Math.min(...seqs), Math.max(...seqs));
  }

  /**
   * Sets the alarm again if deliveries wait and it is late or lost. Tells how many
   * wait, and the refusals of minutes that are over, until they are forgotten.
   */
  async poke(): Promise<{ pending: number; refusals: RefusalCount[] }> {
    const now = Date.now();
    const at = nextHandOnAt(this.#sql, now);
    this.#alarmAt = await this.ctx.storage.getAlarm();
    if (at !== null) this.#ringBy(Math.max(at, now), now);
    return { pending: this.#health().pending, refusals: listRefusals(this.#sql, now) };
  }

  async health(): Promise<InboxHealth> {
    return this.#health();
  }

  async forgetRefusals(throughMinute: number): Promise<void> {
    forgetRefusals(this.#sql, throughMinute);
  }

  /** Deletes everything, deliveries that wait included. Its address answers 410 from then on. */
  async destroy(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#config = null;
    this.#secrets = null;
    this.#alarmAt = null;
    createInboxTables(this.#sql);
    this.ctx.storage.kv.put(IS_REMOVED, true);
    this.#isRemoved = true;
  }

  /** Hands on what is due. Never throws: an alarm that fails too often is dropped by the platform. */
  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    try {
      await this.#handOn();
    } catch (error) {
      logError("inbox.alarm_failed", { connectionId: this.#config?.connectionId, error });
      const now = Date.now();
      this.#ringBy(now + firstRetryMs(this.env), now);
    }
  }

  async #handOn(): Promise<void> {
    const now = Date.now();
    const config = this.#config;
    if (!config) return;
    this.#handedOnAt = now;
    formRanges(this.#sql, now);
    const ranges = listDueRanges(this.#sql, now);
    const { orgId, connectionId } = config;
    const messages = ranges.map((range) => ({
      body: { kind: "hand_on", orgId, connectionId, ...range } satisfies HandOnMessage,
    }));
    if (messages.length > 0) await this.env.DELIVERIES_QUEUE.sendBatch(messages);
    postponeRanges(this.#sql, ranges, now, firstRetryMs(this.env));
    purgeRefusals(this.#sql, now);
    const times = [nextHandOnAt(this.#sql, now), purgeDeliveries(this.#sql, now)].filter((at) => at !== null);
    if (times.length > 0) this.#ringBy(Math.max(Math.min(...times), now + HAND_ON_EVERY_MS), now);
  }

  #health(): InboxHealth {
    const pingedAt = this.ctx.storage.kv.get<number>(PINGED_AT) ?? null;
    return readHealth(this.#sql, { config: this.#config, pingedAt });
  }

  /** Nothing is awaited here, so delivery and alarm are one write; the answer waits for the disk. */
  #store(delivery: NewDelivery): "stored" | "duplicate" {
    const now = Date.now();
    const result = storeDelivery(this.#sql, delivery);
    // After a step back of the clock the last hand-on may seem to lie ahead: it is waited for once at most.
    const rested = Math.min(this.#handedOnAt + HAND_ON_EVERY_MS, now + HAND_ON_EVERY_MS);
    this.#ringBy(Math.max(now + HAND_ON_DELAY_MS, rested), now);
    return result;
  }

  #verify(config: InboxConfig, input: AcceptInput, now: number) {
    this.#secrets ??= openSecrets(config, configOf(this.env).encryptionKeys).catch((error) => {
      this.#secrets = null;
      throw error;
    });
    return this.#secrets.then(({ at, keys }) =>
      CONNECTORS[config.platform].verify({
        headers: input.headers,
        address: input.address,
        rawBody: new Uint8Array(input.body),
        secrets: at(now),
        settings: config.settings,
        now,
        keys,
      }),
    );
  }

  #refuse<A extends Acceptance & { code: RefusalReason }>(answer: A, now: number): A {
    countRefusal(this.#sql, answer.code, now);
    return answer;
  }

  /** Makes sure that the alarm rings at `at` or before. */
  #ringBy(at: number, now: number): void {
    const isSet = this.#alarmAt !== null && this.#alarmAt <= at && this.#alarmAt > now - LATE_ALARM_MS;
    if (isSet) return;
    this.#alarmAt = at;
    // Not awaited: it belongs to the write of this turn, and the answer waits for both.
    void this.ctx.storage.setAlarm(at);
  }
}
