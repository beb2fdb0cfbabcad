import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast, type LinearRgb, linearToOklab, type Oklch, oklchToLinear } from "~/lib/oklch";

type Theme = ReadonlyMap<string, Oklch>;

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

function readTokens(block: string): Map<string, Oklch> {
  const found = block.matchAll(/--([a-z0-9-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return new Map(
    [...found].map(([, name = "", l, c, h]) => [name, { l: Number(l), c: Number(c), h: Number(h) }]),
  );
}

const [lightBlock = "", darkBlock = ""] = css.slice(0, css.indexOf("@theme")).split("@variant dark");
const light: Theme = readTokens(lightBlock);
const dark: Theme = readTokens(darkBlock);

function colour(theme: Theme, name: string): Oklch {
  const found = theme.get(name);
  if (!found) throw new Error(`no token --${name}`);
  return found;
}

const SURFACES = ["sunken", "canvas", "surface", "raised", "hover"];
const PAIRS: [text: string, surfaces: string[]][] = [
  ["ink", [...SURFACES, "brand-surface", "good-surface", "warn-surface", "bad-surface", "info-surface"]],
  ["muted", [...SURFACES, "brand-surface"]],
  ["faint", SURFACES],
  ["brand-text", [...SURFACES, "brand-surface"]],
  ["good-text", ["good-surface", ...SURFACES]],
  ["warn-text", ["warn-surface", ...SURFACES]],
  ["bad-text", ["bad-surface", ...SURFACES]],
  ["info-text", ["info-surface", ...SURFACES]],
  ["on-brand", ["brand", "brand-hover"]],
  ["on-danger", ["danger", "danger-hover"]],
  // The tooltip stands reversed.
  ["canvas", ["ink"]],
];
/** Shapes that must be seen, not read. */
const SHAPES: [shape: string, surfaces: string[]][] = [
  ["control", ["canvas", "surface", "raised"]],
  ["focus", [...SURFACES, "brand-surface"]],
  ["brand", ["canvas", "surface", "raised", "brand-surface"]],
  ["danger", ["canvas", "surface", "raised"]],
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string[]] => [`chart-${n}`, ["surface", "raised"]]),
];

const AA_TEXT = 4.5;
const AA_SHAPE = 3;

function failures(theme: Theme, pairs: [string, string[]][], least: number): string[] {
  return pairs.flatMap(([front, backs]) =>
    backs
      .map((back) => ({ back, ratio: contrast(colour(theme, front), colour(theme, back)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`),
  );
}

// Machado, Oliveira and Fernandes 2009, full severity, over linear light.
const SIGHTS: Record<string, [LinearRgb, LinearRgb, LinearRgb]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(token: Oklch, [red, green, blue]: [LinearRgb, LinearRgb, LinearRgb]): number[] {
  const rgb = oklchToLinear(token);
  const mix = (row: LinearRgb) =>
    Math.max(
      0,
      row.reduce((sum, weight, index) => sum + weight * (rgb[index] ?? 0), 0),
    );
  return linearToOklab([mix(red), mix(green), mix(blue)]);
}

/** Below this two lines in a chart are taken for one another. */
const LEAST_DIFFERENCE = 0.12;

function confusable(theme: Theme, sight: [LinearRgb, LinearRgb, LinearRgb]): string[] {
  const names = [1, 2, 3, 4, 5, 6].map((n) => `chart-${n}`);
  return names.flatMap((one, index) =>
    names.slice(index + 1).flatMap((other) => {
      const [a, b] = [seen(colour(theme, one), sight), seen(colour(theme, other), sight)];
      const distance = Math.hypot(...a.map((part, axis) => part - (b[axis] ?? 0)));
      return distance < LEAST_DIFFERENCE ? [`${one} and ${other}: ${distance.toFixed(3)}`] : [];
    }),
  );
}

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s theme", (_name, theme) => {
  test("every text is readable on every surface it stands on (AA, 4.5)", () => {
    expect(failures(theme, PAIRS, AA_TEXT)).toEqual([]);
  });

  test("borders of controls, focus and charts can be seen (AA, 3)", () => {
    expect(failures(theme, SHAPES, AA_SHAPE)).toEqual([]);
  });

  test.each(Object.entries(SIGHTS))("the chart's colours stay apart with %s sight", (_sight, matrix) => {
    expect(confusable(theme, matrix)).toEqual([]);
  });

  test("surfaces lighten as they rise", () => {
    const rising = ["sunken", "canvas", "surface", "raised"].map((name) => colour(theme, name).l);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
  });
});

test("both themes define the same colours", () => {
  expect([...dark.keys()].sort()).toEqual([...light.keys()].sort());
});

test("a pair that is too faint is caught", () => {
  const faded = new Map(light).set("ink", { l: 0.7, c: 0, h: 0 });
  expect(failures(faded, PAIRS, AA_TEXT).length).toBeGreaterThan(5);
});
