import type { Platform, SetupStep } from "./connector";

/** The guide's steps, numbered from 1; their texts are `connectionsSetup:<platform>.<step>.title` and `.body`. */
export function toSetupSteps(platform: Platform, count: number): SetupStep[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `connectionsSetup:${platform}.${index + 1}`;
    return { titleKey: `${key}.title`, bodyKey: `${key}.body` };
  });
}
