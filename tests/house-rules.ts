import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** One import statement: from which file to which, both from the project's root; packages keep their name. */
export type ImportEdge = { from: string; to: string; isTypeOnly: boolean };

/** A rule of the house: files of `room` must not import what `forbidden` names. */
type Door = { room: RegExp; forbidden: RegExp; because: string; allowsTypes?: boolean };

const VENDORS = /^(drizzle-orm|@neondatabase|stripe|@anthropic-ai|bcryptjs)(\/|$)/;

const DOORS: Door[] = [
  {
    room: /^app\/routes\//,
    forbidden: VENDORS,
    because: "routes call one domain operation; SQL and vendors live below",
  },
  {
    room: /^app\/routes\//,
    forbidden: /^(app\/db|app\/integrations|workers)\//,
    because: "routes reach the database through the domain",
    allowsTypes: true,
  },
  {
    room: /^app\/domain\//,
    forbidden: /^(@remix-run|react)(\/|$|-)/,
    because: "the domain knows neither pages nor frameworks",
  },
  {
    room: /^app\/domain\//,
    forbidden: /^(app\/routes|app\/http|app\/components|app\/integrations|workers)\//,
    because: "the domain imports nothing above it",
  },
  {
    room: /^app\/connectors\//,
    forbidden: /^(app\/(db|domain|http|routes|components|integrations)|workers|drizzle-orm|@remix-run)(\/|$)/,
    because: "a connector is pure",
  },
  {
    room: /^app\/components\//,
    forbidden: /\.server$|^(app\/(db|http|routes|integrations)|workers|drizzle-orm)(\/|$)/,
    because: "components only present",
    allowsTypes: true,
  },
  {
    room: /^app\/(lib|i18n)\//,
    forbidden: /^(app\/(db|domain|http|routes|components|connectors|integrations)|workers|drizzle-orm)(\/|$)/,
    because: "lib and i18n import nothing above them",
    allowsTypes: true,
  },
  {
    room: /^app\/integrations\//,
    forbidden: /^(app\/(routes|domain|db|http)|workers)\//,
    because: "a vendor's client knows only its vendor",
    allowsTypes: true,
  },
  {
    room: /^app\/db\//,
    forbidden: /^(app\/(routes|http|components|integrations)|workers)\//,
    because: "the database room knows no pages",
  },
  {
    room: /^workers\/(ingress|durable-objects)\//,
    forbidden: /^(drizzle-orm|@neondatabase|@remix-run|react)(\/|$|-)/,
    because: "accepting a delivery needs neither database nor site",
  },
  {
    room: /^workers\/ingress\//,
    forbidden: /^(app\/(routes|http|components|db)|workers\/site)\//,
    because: "the webhook path never loads the site",
  },
];

const NAME = /^[a-z0-9_.-]+$/;
const ADDRESS = /^[a-zA-Z0-9$_.[\]-]+$/;

/** All TypeScript sources below the given folders. */
export function listSources(root: string, folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(normalize(root).length + 1)),
  );
}

/** The imports of one source text. */
export function readImports(file: string, text: string): ImportEdge[] {
  const statement =
    /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']/gm;
  return [...text.matchAll(statement)].map((match) => ({
    from: file,
    to: resolveTarget(file, match[2] ?? match[3] ?? ""),
    isTypeOnly: match[1] !== undefined,
  }));
}

function resolveTarget(from: string, target: string): string {
  if (target.startsWith("~/")) return `app/${target.slice(2)}`;
  return target.startsWith(".") ? normalize(join(dirname(from), target)) : target;
}

/** Every breach of a door, as a sentence. */
export function findBreaches(edges: ImportEdge[]): string[] {
  return edges.flatMap((edge) =>
    DOORS.filter((door) => door.room.test(edge.from) && door.forbidden.test(edge.to))
      .filter((door) => !(door.allowsTypes && edge.isTypeOnly))
      .map((door) => `${edge.from} imports ${edge.to}: ${door.because}`),
  );
}

/** Cycles among our own files, type imports aside: each as the list of files on it. */
export function findCycles(edges: ImportEdge[], files: string[]): string[][] {
  const known = new Set(files);
  const targets = new Map<string, string[]>();
  for (const { from, to, isTypeOnly } of edges) {
    const file = [to, `${to}.ts`, `${to}.tsx`].find((candidate) => known.has(candidate));
    if (file && !isTypeOnly) targets.set(from, [...(targets.get(from) ?? []), file]);
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) return void cycles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}

/** Files whose names break the house's habits. */
export function findBadNames(files: string[]): string[] {
  return files.filter((file) => {
    const parts = file.split("/");
    const name = parts.at(-1) ?? "";
    const isBarrel = /^index\.tsx?$/.test(name);
    const isVague = /^(utils?|helpers?|misc)\.tsx?$/.test(name);
    // A route's file spells its address, parameters included.
    const isAddress = file.startsWith("app/routes/");
    return isBarrel || isVague || parts.some((part) => !(isAddress ? ADDRESS : NAME).test(part));
  });
}

export function readSource(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}
