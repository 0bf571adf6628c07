// Which key does what, while the text has the focus.

import type { Direction, Step } from "./moving";

export type Command =
  | { do: "step"; step: Step; direction: Direction; extend: boolean }
  | { do: "turn-edge"; direction: Direction; extend: boolean }
  | { do: "text-edge"; direction: Direction; extend: boolean }
  | { do: "select"; step: Step }
  | { do: "shortcut"; key: string }
  | { do: "passage"; direction: Direction }
  | { do: "palette" | "list" | "remove" | "undo" | "redo" | "help" | "let-go" };

export type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const STEPS: Record<string, [Step, Direction]> = {
  ArrowRight: ["word", 1],
  ArrowLeft: ["word", -1],
  ArrowDown: ["sentence", 1],
  ArrowUp: ["sentence", -1],
  PageDown: ["turn", 1],
  PageUp: ["turn", -1],
};
const WITH_CONTROL: Record<string, [Step, Direction]> = {
  ArrowRight: ["grapheme", 1],
  ArrowLeft: ["grapheme", -1],
  ArrowDown: ["turn", 1],
  ArrowUp: ["turn", -1],
};
const PLAIN: Record<string, Command> = {
  s: { do: "select", step: "sentence" },
  t: { do: "select", step: "turn" },
  n: { do: "passage", direction: 1 },
  p: { do: "passage", direction: -1 },
  c: { do: "palette" },
  "/": { do: "palette" },
  "?": { do: "help" },
  Enter: { do: "list" },
  Delete: { do: "remove" },
  Backspace: { do: "remove" },
  Escape: { do: "let-go" },
};

/** Returns the command of a key press, or null where the press is not ours. */
export function commandOf(press: Press): Command | null {
  if (press.altKey) return null;
  const undo = undoOf(press);
  if (undo) return undo;
  const control = press.ctrlKey || press.metaKey;
  const step = (control ? WITH_CONTROL : STEPS)[press.key];
  if (step) return { do: "step", step: step[0], direction: step[1], extend: press.shiftKey };
  if (press.key === "Home" || press.key === "End") {
    const direction = press.key === "End" ? 1 : -1;
    return { do: control ? "text-edge" : "turn-edge", direction, extend: press.shiftKey };
  }
  if (control) return null;
  if (/^[1-9]$/.test(press.key)) return { do: "shortcut", key: press.key };
  return PLAIN[press.key] ?? null;
}

/** Undo and redo work everywhere on the coder, not only in the text. */
export function undoOf({ key, ctrlKey, metaKey, shiftKey }: Press): Command | null {
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === "z") return { do: shiftKey ? "redo" : "undo" };
  return key.toLowerCase() === "y" && ctrlKey ? { do: "redo" } : null;
}
