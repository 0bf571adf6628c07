// What a person does to codings: the page changes at once, the outbox carries it to the server,
// the history can take it back.

import type { Codings } from "./store";
import type { Deed, History } from "./history";
import type { Errand, Outbox } from "./outbox";
import type { Refusal } from "./server";
import { fromWire, type Coding, type Item, type Span, type WireCoding } from "./shapes";

export class Deeds {
  constructor(
    private readonly codings: Codings,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly say: (words: string) => void,
  ) {}

  /** Codes words. The same words by the same code are coded once. */
  code(span: Span, item: Item): void {
    if (this.codings.own(span, item.key)) return this.say(`These words are coded as ${item.label} already.`);
    const coding: Coding = {
      ref: newKey(),
      id: null,
      start: span.start,
      end: span.end,
      itemKey: item.key,
      label: item.label,
      cluster: item.cluster,
      coder: "you",
      own: true,
      removable: true,
      note: "",
      at: new Date().toISOString(),
    };
    this.codings.put(coding);
    this.outbox.add({ kind: "code", ...errandFacts(coding) });
    this.history.add({ kind: "code", coding });
    this.say(`Coded as ${item.label}.`);
  }

  remove(coding: Coding): void {
    this.takeOut(coding);
    this.history.add({ kind: "remove", coding });
    this.say(`${coding.label} taken out. Undo with Control Z.`);
  }

  undo(): void {
    const deed = this.history.undo();
    if (!deed) return this.say("There is nothing to undo.");
    if (deed.kind === "code") this.takeOut(deed.coding);
    else this.putBack(deed.coding);
    this.say(`Undone: ${wordsOf(deed)}.`);
  }

  redo(): void {
    const deed = this.history.redo();
    if (!deed) return this.say("There is nothing to redo.");
    if (deed.kind === "code") this.putBack(deed.coding);
    else this.takeOut(deed.coding);
    this.say(`Done again: ${wordsOf(deed)}.`);
  }

  /** Shows what was done here and has not reached the server, over what the server says. */
  replay(errands: readonly Errand[]): void {
    for (const errand of errands) {
      if (errand.kind === "remove") this.codings.drop(errand.ref);
      else if (errand.kind === "code") this.replayCode(errand);
      else this.replayRestore(errand.ref);
    }
  }

  /** Takes up the server's own record of a coding. */
  arrived(errand: Errand, wire: WireCoding | undefined): void {
    if (!wire || errand.kind === "remove" || wire.removed || !this.codings.get(errand.ref)) return;
    const twin = this.codings.all().find((each) => each.id === wire.id && each.ref !== errand.ref);
    if (twin) this.codings.drop(twin.ref);
    this.codings.put(fromWire(wire, errand.ref));
  }

  refused(errand: Errand, refusal: Refusal | null): void {
    const known = this.history.coding(errand.ref);
    if (errand.kind === "remove" && known) this.codings.put(known);
    if (errand.kind !== "remove") this.codings.drop(errand.ref);
    this.history.forget(errand.ref);
    this.say(`Not saved. ${refusal ? `${refusal.what} ${refusal.remedy}` : "The server refused it. Reload the page."}`);
  }

  private takeOut(coding: Coding): void {
    this.codings.drop(coding.ref);
    this.outbox.add({ kind: "remove", ref: coding.ref });
  }

  private putBack(coding: Coding): void {
    this.codings.put(coding);
    this.outbox.add({ kind: "restore", ref: coding.ref });
  }

  private replayCode(errand: Extract<Errand, { kind: "code" }>): void {
    // It may have been saved, and only the answer was lost: then it is one coding, not two.
    const saved = this.codings.own(errand, errand.itemKey);
    if (saved) this.codings.drop(saved.ref);
    const { kind: _, ...facts } = errand;
    this.codings.put({ ...facts, id: saved?.id ?? null, own: true, removable: true, note: "" });
  }

  private replayRestore(ref: string): void {
    const coding = this.history.coding(ref);
    if (coding) this.codings.put(coding);
  }
}

function errandFacts({ ref, start, end, itemKey, label, cluster, coder, at }: Coding) {
  return { ref, start, end, itemKey, label, cluster, coder, at };
}

function wordsOf({ kind, coding }: Deed): string {
  return kind === "code" ? `coding as ${coding.label}` : `taking ${coding.label} out`;
}

/** Returns a random UUID, also where the page is not served over https. */
function newKey(): string {
  if ("randomUUID" in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
