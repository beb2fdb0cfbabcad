import Bowser from "bowser";

/** What a browser says of itself. Null where it says nothing that is known; its own words are never repeated. */
export type Device = {
  browser: string | null;
  system: string | null;
  kind: "desktop" | "mobile" | "tablet" | "other";
};

const BROWSERS = new Set(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set(Object.values(Bowser.OS_MAP));
const LONGEST = 400;

export function describeDevice(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null, kind: "other" };
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, LONGEST));
  return {
    browser: known(browser.name, BROWSERS),
    system: known(os.name, SYSTEMS),
    kind: isKind(platform.type) ? platform.type : "other",
  };
}

/** The same for every version of a browser, so that an update makes no new device. */
export function deviceName(userAgent: string | null): string {
  const { browser, system, kind } = describeDevice(userAgent);
  return [browser ?? "?", system ?? "?", kind].join(" / ");
}

function known(name: string | undefined, names: ReadonlySet<string>): string | null {
  return name !== undefined && names.has(name) ? name : null;
}

function isKind(type: string | undefined): type is Device["kind"] {
  return type === "desktop" || type === "mobile" || type === "tablet";
}
