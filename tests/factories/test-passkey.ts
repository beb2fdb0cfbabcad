import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { PasskeyAssertion, PasskeyAttestation } from "~/domain/factors/factors.schema";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** How one answer differs from a good one. */
type Change = {
  origin?: string;
  host?: string;
  type?: string;
  isVerified?: boolean;
  /** Instead of the next one. */
  counter?: number;
};

/** A device of a user: it makes one passkey for one site and answers challenges, or answers them badly. */
export class TestPasskey {
  readonly id = randomBytes(16).toString("base64url");
  readonly #origin: string;
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  /** What the browser sends when the passkey is made. */
  register(challenge: string, change: Change = {}): PasskeyAttestation {
    const id = Buffer.from(this.id, "base64url");
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.#coseKey()]);
    const data = Buffer.concat([this.#authenticatorData(change, HAS_CREDENTIAL), credential]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: this.#clientData("webauthn.create", challenge, change).toString("base64url"),
        attestationObject: attestationObject(data).toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  /** What the browser sends when the passkey answers. */
  answer(challenge: string, change: Change = {}): PasskeyAssertion {
    this.#counter += 1;
    const clientData = this.#clientData("webauthn.get", challenge, change);
    const data = this.#authenticatorData({ counter: this.#counter, ...change }, 0);
    const signed = Buffer.concat([data, createHash("sha256").update(clientData).digest()]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, this.#privateKey).toString("base64url"),
      },
    };
  }

  #credential() {
    return { id: this.id, rawId: this.id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string, change: Change): Buffer {
    const origin = change.origin ?? this.#origin;
    return Buffer.from(JSON.stringify({ type: change.type ?? type, challenge, origin, crossOrigin: false }));
  }

  #authenticatorData(change: Change, flag: number): Buffer {
    const host = change.host ?? new URL(this.#origin).hostname;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(change.counter ?? 0);
    const verified = change.isVerified === false ? 0 : USER_VERIFIED;
    const flags = Buffer.from([USER_PRESENT | verified | flag]);
    return Buffer.concat([createHash("sha256").update(host).digest(), flags, counter]);
  }

  /** CBOR map {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}. */
  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#publicKey.export({ format: "jwk" });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x, "base64url"),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y, "base64url"),
    ]);
  }
}

/** CBOR map {fmt: "none", attStmt: {}, authData}. */
function attestationObject(authData: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authData.length);
  return Buffer.concat([
    Buffer.from([0xa3, 0x63]),
    Buffer.from("fmt"),
    Buffer.from([0x64]),
    Buffer.from("none"),
    Buffer.from([0x67]),
    Buffer.from("attStmt"),
    Buffer.from([0xa0, 0x68]),
    Buffer.from("authData"),
    Buffer.from([0x59]),
    length,
    authData,
  ]);
}
