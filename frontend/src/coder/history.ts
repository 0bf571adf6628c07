// What can be taken back and done again, kept in the tab so that a reload does not lose it.

import type { Coding } from "./shapes";

/** One thing a person did: coded words, or took a coding out. */
export interface Deed {
  kind: "code" | "remove";
  coding: Coding;
}

const LONGEST = 200;

export class History {
  private done: Deed[] = [];
  private undone: Deed[] = [];

  constructor(
    private readonly shelf: Pick<Storage, "getItem" | "setItem">,
    private readonly place: string,
  ) {
    const kept = shelf.getItem(place);
    if (kept !== null) ({ done: this.done, undone: this.undone } = JSON.parse(kept) as Stacks);
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  add(deed: Deed): void {
    this.done = [...this.done, deed].slice(-LONGEST);
    this.undone = [];
    this.keep();
  }

  undo(): Deed | undefined {
    return this.move("done", "undone");
  }

  redo(): Deed | undefined {
    return this.move("undone", "done");
  }

  /** Returns a coding as it was when something was done to it. */
  coding(ref: string): Coding | undefined {
    return [...this.done, ...this.undone].find((deed) => deed.coding.ref === ref)?.coding;
  }

  /** Forgets a coding that the server refused. */
  forget(ref: string): void {
    this.done = this.done.filter((deed) => deed.coding.ref !== ref);
    this.undone = this.undone.filter((deed) => deed.coding.ref !== ref);
    this.keep();
  }

  private move(from: keyof Stacks, to: keyof Stacks): Deed | undefined {
    const deed = this[from].pop();
    if (deed) this[to].push(deed);
    this.keep();
    return deed;
  }

  private keep(): void {
    this.shelf.setItem(this.place, JSON.stringify({ done: this.done, undone: this.undone }));
  }
}

interface Stacks {
  done: Deed[];
  undone: Deed[];
}
