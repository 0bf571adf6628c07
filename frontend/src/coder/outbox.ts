// What is still to be saved: kept in the tab's session storage, sent one after another in order,
// tried again when nobody answers. The request key makes a coding that was sent twice one coding.

import { Refused, Unreachable, type Refusal, type Server } from "./server";
import type { WireCoding } from "./shapes";

export type Errand =
  | { kind: "code"; ref: string; start: number; end: number; itemKey: string; label: string; cluster: string; coder: string; at: string }
  | { kind: "remove"; ref: string }
  | { kind: "restore"; ref: string };

export type Standing =
  | { state: "saved" }
  | { state: "saving"; waiting: number }
  | { state: "retrying"; waiting: number }
  | { state: "stopped"; waiting: number; why: "signed-out" | "text-changed" };

export interface OutboxHears {
  /** The server has done an errand; with the coding as it now stands there, if it gave one. */
  done(errand: Errand, coding: WireCoding | undefined): void;
  /** The server refuses an errand for good. */
  refused(errand: Errand, refusal: Refusal | null): void;
  stands(standing: Standing): void;
}

interface Kept {
  errands: Errand[];
  ids: Record<string, number>;
}

/** The server's code for: these offsets belong to an older version of the text. */
const TEXT_CHANGED = "coding.text-changed";
const PAUSES = [1, 2, 4, 8, 15, 30];

export class Outbox {
  private errands: Errand[] = [];
  private ids: Record<string, number> = {};
  private busy = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped: "signed-out" | "text-changed" | null = null;

  constructor(
    private readonly server: Server,
    private readonly textVersion: number,
    private readonly shelf: Pick<Storage, "getItem" | "setItem" | "removeItem">,
    private readonly place: string,
    private readonly hears: OutboxHears,
  ) {
    this.takeUp();
  }

  get waiting(): readonly Errand[] {
    return this.errands;
  }

  /** Returns the names that codings made here had before the server numbered them. */
  refsById(): Map<number, string> {
    return new Map(Object.entries(this.ids).map(([ref, id]) => [id, ref]));
  }

  add(errand: Errand): void {
    this.errands.push(errand);
    this.keep();
    this.say();
    void this.send();
  }

  /** Tries at once, after the connection came back or a person asked. */
  again(): void {
    clearTimeout(this.timer);
    this.stopped = null;
    void this.send();
  }

  private async send(): Promise<void> {
    if (this.busy || this.stopped) return;
    clearTimeout(this.timer);
    this.busy = true;
    this.say();
    try {
      while (this.errands.length > 0 && (await this.sendFirst(this.errands[0]!)));
    } finally {
      this.busy = false;
    }
    this.say();
  }

  /** Sends one errand; true where the next may follow at once. */
  private async sendFirst(errand: Errand): Promise<boolean> {
    let coding: WireCoding | undefined;
    try {
      coding = await this.deliver(errand);
    } catch (error) {
      return this.failed(errand, error);
    }
    if (coding) this.ids[errand.ref] = coding.id;
    this.failures = 0;
    this.errands.shift();
    this.keep();
    this.hears.done(errand, coding);
    return true;
  }

  private deliver(errand: Errand): Promise<WireCoding | undefined> {
    if (errand.kind === "code") {
      const { start, end, itemKey, ref } = errand;
      return this.server.code({ text_version: this.textVersion, start, end, item_key: itemKey, request_key: ref });
    }
    const id = this.ids[errand.ref] ?? Number(errand.ref);
    if (errand.kind === "restore") return this.server.restore(id);
    return this.server.remove(id).then(() => undefined);
  }

  private failed(errand: Errand, error: unknown): boolean {
    if (error instanceof Unreachable) {
      const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)]!;
      this.failures += 1;
      this.timer = setTimeout(() => void this.send(), pause * 1000);
      return false;
    }
    if (!(error instanceof Refused)) throw error;
    this.stopped = reasonToStop(error);
    if (this.stopped) return false;
    // Whatever was to follow on a refused coding falls with it.
    this.errands = this.errands.filter((each) => each.ref !== errand.ref);
    this.keep();
    this.hears.refused(errand, error.refusal);
    return true;
  }

  private say(): void {
    const waiting = this.errands.length;
    if (this.stopped) this.hears.stands({ state: "stopped", waiting, why: this.stopped });
    else if (waiting === 0) this.hears.stands({ state: "saved" });
    else if (this.failures > 0) this.hears.stands({ state: "retrying", waiting });
    else this.hears.stands({ state: "saving", waiting });
  }

  private keep(): void {
    const kept: Kept = { errands: this.errands, ids: this.ids };
    this.shelf.setItem(this.place, JSON.stringify(kept));
  }

  private takeUp(): void {
    const kept = this.shelf.getItem(this.place);
    if (kept === null) return;
    const { errands, ids } = JSON.parse(kept) as Kept;
    this.errands = errands;
    this.ids = ids;
  }
}

function reasonToStop({ status, refusal }: Refused): "signed-out" | "text-changed" | null {
  if (status === 401 || (status === 403 && refusal === null)) return "signed-out";
  return status === 409 && refusal?.code === TEXT_CHANGED ? "text-changed" : null;
}
