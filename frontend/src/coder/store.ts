// The codings of the source as they stand on this page, and who hears when they change.

import type { Coding, Span } from "./shapes";

export class Codings {
  private readonly byRef = new Map<string, Coding>();
  private sorted: Coding[] | null = null;
  private readonly hearers: (() => void)[] = [];

  onChange(hear: () => void): void {
    this.hearers.push(hear);
  }

  fill(codings: Coding[]): void {
    this.byRef.clear();
    for (const coding of codings) this.byRef.set(coding.ref, coding);
    this.changed();
  }

  put(coding: Coding): void {
    this.byRef.set(coding.ref, coding);
    this.changed();
  }

  drop(ref: string): Coding | undefined {
    const coding = this.byRef.get(ref);
    if (this.byRef.delete(ref)) this.changed();
    return coding;
  }

  get(ref: string): Coding | undefined {
    return this.byRef.get(ref);
  }

  /** All codings, by where they begin, the longer first. */
  all(): Coding[] {
    this.sorted ??= [...this.byRef.values()].sort((a, b) => a.start - b.start || b.end - a.end);
    return this.sorted;
  }

  /** The codings that touch a point, or overlap a span. */
  at({ start, end }: Span): Coding[] {
    if (start === end) return this.all().filter((each) => each.start <= start && start <= each.end);
    return this.all().filter((each) => each.start < end && start < each.end);
  }

  /** The reader's own coding of exactly these words by this code. */
  own(span: Span, itemKey: string): Coding | undefined {
    return this.all().find(
      (each) => each.own && each.start === span.start && each.end === span.end && each.itemKey === itemKey,
    );
  }

  /** The coding of exactly these words, whoever made it, next in a direction. */
  neighbour(from: Span, direction: 1 | -1): Coding | undefined {
    // From a bare cursor, a passage that begins right there is the next one.
    const end = from.start === from.end ? Infinity : from.end;
    const isAfter = (each: Coding) =>
      each.start > from.start || (each.start === from.start && each.end < end);
    const isBefore = (each: Coding) =>
      each.start < from.start || (each.start === from.start && each.end > from.end);
    return direction > 0 ? this.all().find(isAfter) : this.all().findLast(isBefore);
  }

  private changed(): void {
    this.sorted = null;
    for (const hear of this.hearers) hear();
  }
}

/** Returns the stretches that two or more codings share. */
export function shared(codings: Span[]): Span[] {
  const edges = codings.flatMap(({ start, end }) => [
    { at: start, by: 1 },
    { at: end, by: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at || a.by - b.by);
  const found: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const { at, by } of edges) {
    if (depth >= 2 && at > start) addTo(found, { start, end: at });
    depth += by;
    start = at;
  }
  return found;
}

function addTo(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last && last.end === span.start) last.end = span.end;
  else spans.push(span);
}
