// Colours the words with the CSS Custom Highlight API: no element is put into the text. Where a
// browser does not have it, the bars in the margin and the list remain.

import type { Coding, Span } from "./shapes";
import { shared } from "./store";
import type { Transcript } from "./transcript";

const CLUSTERS = new Set(["process", "context", "change"]);

export function clusterName(cluster: string): string {
  return CLUSTERS.has(cluster) ? cluster : "other";
}

export class Painter {
  private readonly ranges = new Map<string, { of: Coding; range: Range }>();
  private readonly layers = new Map<string, Highlight>();

  constructor(private readonly transcript: Transcript) {
    if (!("highlights" in CSS)) return;
    ["process", "context", "change", "other", "shared", "focus", "chosen"].forEach((name, order) => {
      const layer = new Highlight();
      layer.priority = order;
      this.layers.set(name, layer);
      CSS.highlights.set(`coder-${name}`, layer);
    });
  }

  /** Paints what is new and wipes what is gone. */
  paint(codings: Coding[]): void {
    const present = new Set(codings.map((coding) => coding.ref));
    for (const [ref, { of, range }] of this.ranges) {
      if (present.has(ref)) continue;
      this.layers.get(clusterName(of.cluster))?.delete(range);
      this.ranges.delete(ref);
    }
    for (const coding of codings) {
      if (!this.ranges.has(coding.ref)) this.add(coding);
    }
    this.fill("shared", shared(codings));
  }

  choose(span: Span): void {
    this.fill("chosen", span.end > span.start ? [span] : []);
  }

  focus(span: Span | null): void {
    this.fill("focus", span ? [span] : []);
  }

  clear(): void {
    for (const name of this.layers.keys()) CSS.highlights.delete(`coder-${name}`);
  }

  private add(coding: Coding): void {
    const range = this.transcript.rangeOf(coding);
    if (!range) return;
    this.ranges.set(coding.ref, { of: coding, range });
    this.layers.get(clusterName(coding.cluster))?.add(range);
  }

  private fill(name: string, spans: Span[]): void {
    const layer = this.layers.get(name);
    if (!layer) return;
    layer.clear();
    for (const span of spans) {
      const range = this.transcript.rangeOf(span);
      if (range) layer.add(range);
    }
  }
}
