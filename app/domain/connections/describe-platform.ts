import { CONNECTORS, type Platform } from "~/connectors/registry";
import type { Language } from "~/i18n/languages";

/** What somebody must know of a platform before there is a connection to it. */
export function describePlatform(platform: Platform, language: Language) {
  const { label, kind, policyUrl, secretOrigin, guide, readShopAddress, usualProof } = CONNECTORS[platform];
  const { shopHelp, secretHelp } = guide[language];
  return {
    ...{ platform, label, kind, policyUrl, shopHelp, secretHelp },
    hasAddress: readShopAddress !== undefined,
    isSecretBrought: secretOrigin !== "generated",
    isSecretMadeByUs: secretOrigin === "either",
    usualProof: usualProof ?? null,
  };
}

export type PlatformView = ReturnType<typeof describePlatform>;
