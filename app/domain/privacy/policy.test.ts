import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getServerT } from "~/i18n/i18n.server";
import { PRIVACY_CONTACT, readPolicy } from "./policy";
import { PROMISES } from "./promises";
import { SUB_PROCESSORS } from "./sub-processors";

const ROOT = join(import.meta.dirname, "../../..");

// Written out by hand: a promise that is dropped from the source fails here.
const ALL_IDS =
  "1.1a 1.1b 1.1c 1.2a 1.2b 1.2c 1.2d 1.2e 1.3a 1.3b 1.3c 1.3d 1.3e 1.3f 1.3g 1.3h 1.3i 1.4a 1.4b 1.4c 1.4d 1.4e " +
  "2.1a 2.1b 2.1c 2.1d 2.1e 2.1f 2.1g 2.1h 2.1i 2.1j 2.2a 2.2b 2.2c 2.2d 2.3a 2.3b 2.3c " +
  "3.1 3.2a 3.2b 3.2c 3.2d 3.3a 3.3b 3.3c 3.3d 4.1a 4.1b 4.1c 4.2 4.3 4.4 " +
  "5.1 5.2a 5.2b 5.3 5.4 5.5 6.1 6.2a 6.2b 6.3 6.4 6.5 7.1 8.1 8.2 9.1 10.1 11.1 12.1";

describe("the privacy policy", () => {
  test.each(["en", "ms"] as const)("makes every promise once, in order, in %s", (language) => {
    const sentences = readPolicy(language).flatMap((section) =>
      section.groups.flatMap((group) => group.sentences),
    );
    expect(sentences.map((one) => one.id).join(" ")).toBe(ALL_IDS);
    for (const { text } of sentences) expect(text).toMatch(/^\p{Lu}.{20,}\.$/u);
  });

  test("says each thing in both languages, in different words", () => {
    for (const { en, ms } of PROMISES) expect(en).not.toBe(ms);
  });

  test("[12.1] names the address for questions of privacy", () => {
    const contact = PROMISES.find(({ id }) => id === "12.1");
    expect(contact?.en).toContain(PRIVACY_CONTACT);
    expect(contact?.ms).toContain(PRIVACY_CONTACT);
  });
});

describe("[7.1] the public list of sub-processors", () => {
  const CALLERS = [
    "app/integrations",
    "app/db",
    "app/env.server.ts",
    "app/load-context.ts",
    "workers",
    "wrangler.toml",
  ];
  const OWN = /(^|\.)orucrm\.com$|^localhost$|^127\.0\.0\.1$|\.example$/;

  function sources(path: string): string[] {
    const full = join(ROOT, path);
    if (/\.(tsx?|toml)$/.test(path)) return [full];
    return readdirSync(full, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
      .map((file) => join(full, file));
  }

  const hostsIn = (text: string) =>
    [...text.matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map((match) => match[1] ?? "");
  const isListed = (host: string) =>
    SUB_PROCESSORS.some(({ hosts }) => hosts.some((known) => host === known || host.endsWith(`.${known}`)));

  test("names every host that the code calls", () => {
    const hosts = CALLERS.flatMap(sources).flatMap((file) => hostsIn(readFileSync(file, "utf8")));
    expect(hosts).toContain("api.resend.com");
    expect(hosts.filter((host) => !OWN.test(host) && !isListed(host))).toEqual([]);
  });

  // In the browser, and to our own host.
  const OWN_CALLERS = [
    "app/components/imports/ask-server.ts",
    "app/components/live/use-live.ts",
    "app/components/security/ask-passkey.ts",
  ];
  const CALL = /\bfetch\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\(|\bsendBeacon\(|\bconnect\(\{/;

  test("calls go out from nowhere else", () => {
    const elsewhere = readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" })
      .map((file) => `app/${file}`)
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .filter((file) => !CALLERS.some((room) => file === room || file.startsWith(`${room}/`)));
    const callers = elsewhere.filter((file) => CALL.test(readFileSync(join(ROOT, file), "utf8")));
    expect(callers.sort()).toEqual(OWN_CALLERS);
    for (const file of OWN_CALLERS) expect(hostsIn(readFileSync(join(ROOT, file), "utf8"))).toEqual([]);
  });

  test("[10.1] states a region for everybody on it", () => {
    for (const { region } of SUB_PROCESSORS)
      for (const language of ["en", "ms"] as const)
        expect(getServerT(language)(`privacy:processors.region.${region}`)).not.toContain("processors.");
  });

  test("a host that is not on the list is caught", () => {
    expect(hostsIn('fetch("https://track.example.net/v1")').filter((host) => !isListed(host))).toEqual([
      "track.example.net",
    ]);
  });
});
