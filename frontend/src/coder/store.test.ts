import fc from "fast-check";
import { expect, it } from "vitest";
import { inLanes } from "./margin";
import { Codings, shared } from "./store";
import type { Coding, Span } from "./shapes";

const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 15 });

function coding(ref: string, { start, end }: Span, facts: Partial<Coding> = {}): Coding {
  return { ref, id: null, start, end, itemKey: "timing", label: "Timing", cluster: "process", coder: "you", own: true, removable: true, note: "", at: "", ...facts };
}

it("finds the points that two or more codings share", () => {
  fc.assert(
    fc.property(spans, (all) => {
      const slow = new Set<number>();
      for (let at = 0; at < 60; at += 1) {
        if (all.filter((each) => each.start <= at && at < each.end).length >= 2) slow.add(at);
      }
      const quick = new Set<number>();
      for (const { start, end } of shared(all)) for (let at = start; at < end; at += 1) quick.add(at);
      expect([...quick].sort((a, b) => a - b)).toEqual([...slow]);
    }),
  );
});

it("gives codings that overlap lanes of their own", () => {
  fc.assert(
    fc.property(spans, (all) => {
      const placed = inLanes([...all].sort((a, b) => a.start - b.start || b.end - a.end));
      placed.forEach((one, index) => {
        for (const other of placed.slice(index + 1)) {
          if (other.lane === one.lane) expect(other.coding.start).toBeGreaterThanOrEqual(one.coding.end);
        }
      });
    }),
  );
});

it("walks over every coded passage once, and back", () => {
  fc.assert(
    fc.property(spans, (all) => {
      const codings = new Codings();
      codings.fill(all.map((each, index) => coding(String(index), each)));
      const names = new Set(all.map((each) => `${each.start}-${each.end}`));
      const walk = (direction: 1 | -1, from: Span): string[] => {
        const next = codings.neighbour(from, direction);
        return next ? [`${next.start}-${next.end}`, ...walk(direction, next)] : [];
      };
      const forward = walk(1, { start: -1, end: -1 });
      expect(new Set(forward)).toEqual(names);
      expect(forward.length).toBe(names.size);
      expect(walk(-1, { start: 99, end: 99 })).toEqual(forward.reverse());
    }),
  );
});

it("takes the passage that begins at the cursor as the next one", () => {
  const codings = new Codings();
  codings.fill([coding("a", { start: 5, end: 9 })]);
  expect(codings.neighbour({ start: 5, end: 5 }, 1)?.ref).toBe("a");
});

it("tells the reader's own coding of the same words from another person's", () => {
  const codings = new Codings();
  codings.fill([coding("theirs", { start: 0, end: 4 }, { own: false })]);
  expect(codings.own({ start: 0, end: 4 }, "timing")).toBeUndefined();
  codings.put(coding("mine", { start: 0, end: 4 }));
  expect(codings.own({ start: 0, end: 4 }, "timing")?.ref).toBe("mine");
  expect(codings.own({ start: 0, end: 4 }, "culture")).toBeUndefined();
});
