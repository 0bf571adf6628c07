// What the coder says, on the page and to those who hear it.

import type { Standing } from "./outbox";
import type { Coding, Item } from "./shapes";

const WHEN = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

export function who(coding: Coding): string {
  return coding.own ? "you" : coding.coder;
}

export function when(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : WHEN.format(date);
}

export function many(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

export function shortened(text: string, length = 140): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s+\S*$/, "")}…`;
}

export function standingWords(standing: Standing): string {
  switch (standing.state) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving";
    case "retrying":
      return `Not saved: retrying (${standing.waiting} waiting)`;
    case "stopped":
      return standing.why === "text-changed"
        ? "Not saved: the text has a newer version. Reload the page"
        : "Not saved: you are no longer signed in here. Sign in, then reload the page";
  }
}

export function codingsWords(codings: Coding[]): string {
  return codings.map((coding) => `${coding.label}, by ${who(coding)}`).join("; ");
}

/** The rules of a code, each with what it is called. */
export function rulesOf(item: Item): [string, string][] {
  const rules: [string, string][] = [
    ["Definition", item.definition],
    ["Use when", item.use_when],
    ["Not when", item.not_when],
    ["Example", item.example],
  ];
  return rules.filter(([, words]) => words !== "");
}

export const CLUSTERS: Record<string, string> = { process: "Process", context: "Context", change: "Change" };

export const KEYS: [string[], string][] = [
  [["←", "→"], "one word"],
  [["↑", "↓"], "one sentence"],
  [["Page Up", "Page Down"], "one turn"],
  [["Ctrl ←", "Ctrl →"], "one character"],
  [["Home", "End"], "start or end of the turn"],
  [["Shift"], "with any of these: select"],
  [["s"], "select the sentence"],
  [["t"], "select the turn"],
  [["1", "–", "9"], "code with that number"],
  [["c", "/"], "code by name"],
  [["n", "p"], "next or previous coded passage"],
  [["Enter"], "go to the codes of these words"],
  [["Delete"], "take your code out"],
  [["Ctrl Z"], "undo"],
  [["Ctrl Shift Z"], "redo"],
  [["Esc"], "back to the text, or let go of the selection"],
  [["?"], "this list"],
];
