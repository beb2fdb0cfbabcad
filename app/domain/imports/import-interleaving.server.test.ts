import fc from "fast-check";
import { expect, test } from "vitest";
import {
  BEFORE,
  createImportWorld,
  type Happening,
  type ImportWorld,
  PEOPLE,
  type Said,
  type Seen,
  type Who,
} from "../../../tests/factories/import-world";
import { bringFile, workOn } from "../../../tests/factories/imported-file";
import { createTestDatabase } from "../../../tests/setup/database";
import type { JobStep } from "../jobs/job-step";
import { importRunStep } from "./run-step.server";
import { undoRows } from "./undo-step.server";

const database = await createTestDatabase();
const RUNS = 12;

type Row = { email: Who; name: string; company: string; value: string; tags: string; consent: string };
/** What happens before the step with the number. */
type Happenings = readonly { before: number; happening: Happening }[];

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const states = oneOf("subscribed" as const, "unsubscribed" as const);
const row: fc.Arbitrary<Row> = fc.record({
  email: oneOf(...PEOPLE),
  name: oneOf("", "File A", "File B"),
  company: oneOf("", "File Enterprise"),
  value: oneOf("", "file 1", "file 2"),
  tags: oneOf("", "File"),
  consent: oneOf("", "yes", "no"),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    who: oneOf(...PEOPLE),
    kind: oneOf("shop" as const),
    says: oneOf("name" as const, "company" as const, "consent" as const),
    state: states,
  }),
  fc.record({
    who: oneOf(...PEOPLE),
    kind: oneOf("hand" as const),
    says: oneOf("name" as const, "company" as const, "value" as const, "tag" as const, "consent" as const),
    state: states,
  }),
);
/** The first step gives the import its time: whatever happens, happens after it. */
const happenings = fc.array(fc.record({ before: fc.integer({ min: 1, max: 7 }), happening }), {
  maxLength: 5,
});

function withHappenings(world: ImportWorld, all: Happenings, step: JobStep): JobStep {
  let number = 0;
  return async (tools, job) => {
    for (const { before, happening } of all) if (before === number) await world.happen(happening);
    number += 1;
    return step(tools, job);
  };
}

/** What people should see of somebody about whom the file says `rows`. */
function expected(who: Who, rows: readonly Row[], said: readonly Said[]): Seen {
  const isKnown = who !== "new@example.com";
  const last = (kind: Said["kind"], says: Said["says"]) =>
    said.findLast((one) => one.who === who && one.kind === kind && one.says === says);
  const told = (field: "name" | "company" | "value") =>
    rows.findLast((one) => one[field] !== "")?.[field] ?? (isKnown ? BEFORE[field] : null);
  const fact = (field: "name" | "company") =>
    last("hand", field)?.text ?? last("shop", field)?.text ?? told(field);
  return {
    name: fact("name"),
    company: fact("company"),
    value: last("hand", "value")?.text ?? told("value"),
    tags: [
      ...(last("hand", "tag") ? ["By hand"] : []),
      ...(rows.some(({ tags }) => tags !== "") ? ["File"] : []),
      ...(isKnown ? BEFORE.tags : []),
    ],
    consent: saidConsent(who, said) ?? fileConsent(rows) ?? (isKnown ? BEFORE.consent : null),
  };
}

const saidConsent = (who: Who, said: readonly Said[]) =>
  said.findLast((one) => one.who === who && one.says === "consent")?.state ?? null;

function fileConsent(rows: readonly Row[]): string | null {
  if (rows.some(({ consent }) => consent === "no")) return "unsubscribed";
  return rows.some(({ consent }) => consent === "yes") ? "subscribed" : null;
}

type Outcomes = Map<Who, { outcome: string; undone: string; first: Row }>;

/** What became of the first row about each person that did something. */
async function outcomesOf(importId: string, rows: readonly Row[]): Promise<Outcomes> {
  const found = await database.owner.query(
    "SELECT row, outcome, undone FROM import_rows WHERE import_id = $1 ORDER BY row DESC",
    [importId],
  );
  const outcomes: Outcomes = new Map();
  for (const { row, outcome, undone } of found.rows) {
    const first = rows[row - 1];
    if (first) outcomes.set(first.email, { outcome, undone, first });
  }
  return outcomes;
}

/** What an undone import leaves: nothing of its own, but for whom it made and somebody has touched since. */
function expectedAfterUndo(who: Who, rows: readonly Row[], world: ImportWorld, outcomes: Outcomes): Seen {
  const of = outcomes.get(who);
  const isKept = of?.outcome === "created" && of.undone === "kept";
  const seen = expected(who, isKept ? [of.first] : [], world.said);
  if (saidConsent(who, world.said)) return seen;
  const told = fileConsent(rows);
  // What later rows said of somebody whom the first one made is taken back, never into an agreement.
  if (isKept) return { ...seen, consent: told === seen.consent ? told : "unsubscribed" };
  const isTold = told !== null && told !== seen.consent && of !== undefined;
  return { ...seen, consent: isTold ? (seen.consent ?? "unsubscribed") : seen.consent };
}

async function live(rows: readonly Row[], during: Happenings, after: Happenings): Promise<void> {
  const world = await createImportWorld(database);
  const { member, fieldId } = world;
  const importId = await bringFile(member, {
    columns: ["email", "name", "company", `custom:${fieldId}`, "tags", "consent.email"],
    rows: rows.map((one) => [one.email, one.name, one.company, one.value, one.tags, one.consent]),
    settings: { key: "email", consent: { source: "Kaunter", wording: "Ya, hubungi saya" } },
    partRows: 1,
  });
  await workOn(database, member, { importId, intent: "rehearse" });
  const import_run = withHappenings(world, during, importRunStep);
  await workOn(database, member, { importId, intent: "run", run: { steps: { import_run } } });

  const rowsOf = (who: Who) => rows.filter(({ email }) => email === who);
  const hasHeardOf = (who: Who) => rowsOf(who).length > 0 || world.said.some((one) => one.who === who);
  const listed = PEOPLE.filter((who) =>
    who === "trashed@example.com" ? rowsOf(who).length > 0 : who === "known@example.com" || hasHeardOf(who),
  );
  expect(await world.look()).toEqual(
    Object.fromEntries(listed.map((who) => [who, expected(who, rowsOf(who), world.said)])),
  );

  const touchedBefore = new Set(world.said.map(({ who }) => who));
  const worked = world.said.filter(({ kind, says }) => kind === "hand" || says === "consent");
  const workedOnBefore = new Set(worked.map(({ who }) => who));
  const undoStep = withHappenings(world, after, (tools, job) => undoRows(tools, job, 1));
  await workOn(database, member, { importId, intent: "undo", run: { steps: { import_undo: undoStep } } });
  const outcomes = await outcomesOf(importId, rows);
  const seen = await world.look();
  for (const [who, looks] of Object.entries(seen)) {
    const one = PEOPLE.find((known) => known === who) ?? "known@example.com";
    expect([who, looks]).toEqual([who, expectedAfterUndo(one, rowsOf(one), world, outcomes)]);
  }
  expect(Object.keys(seen)).toContain("known@example.com");
  if (rowsOf("trashed@example.com").length > 0 && workedOnBefore.has("trashed@example.com"))
    expect(Object.keys(seen)).toContain("trashed@example.com");
  const of = outcomes.get("new@example.com");
  const everTouched = new Set(world.said.map(({ who }) => who));
  if (of?.outcome === "created" && touchedBefore.has("new@example.com")) expect(of.undone).toBe("kept");
  for (const who of ["new@example.com", "trashed@example.com"] as const)
    if (!everTouched.has(who)) expect(Object.keys(seen)).not.toContain(who);
}

test("whatever is said while an import and its undo go on, a shop's later word stands over the file's and a hand's over both", async () => {
  const rows = fc.array(row, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, happenings, happenings, (file, during, after) => live(file, during, after)),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 120_000);
