import { expect, it } from "vitest";
import { commandOf, type Press } from "./keys";
import { fitting } from "./palette";
import type { Item } from "./shapes";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held,
});

it("leaves the browser's own keys alone", () => {
  expect(commandOf(press("c", { ctrlKey: true }))).toBeNull();
  expect(commandOf(press("ArrowLeft", { altKey: true }))).toBeNull();
  expect(commandOf(press("Tab"))).toBeNull();
  expect(commandOf(press("p", { metaKey: true }))).toBeNull();
});

it("moves by word, sentence, turn and character, and extends with Shift", () => {
  expect(commandOf(press("ArrowRight", { shiftKey: true }))).toEqual({ do: "step", step: "word", direction: 1, extend: true });
  expect(commandOf(press("ArrowUp"))).toEqual({ do: "step", step: "sentence", direction: -1, extend: false });
  expect(commandOf(press("PageDown"))).toEqual({ do: "step", step: "turn", direction: 1, extend: false });
  expect(commandOf(press("ArrowLeft", { ctrlKey: true }))).toEqual({ do: "step", step: "grapheme", direction: -1, extend: false });
});

it("undoes and redoes as other programs do", () => {
  expect(commandOf(press("z", { ctrlKey: true }))).toEqual({ do: "undo" });
  expect(commandOf(press("Z", { metaKey: true, shiftKey: true }))).toEqual({ do: "redo" });
  expect(commandOf(press("y", { ctrlKey: true }))).toEqual({ do: "redo" });
});

const item = (label: string, definition = ""): Item => ({
  key: label, label, cluster: "process", parent: "", definition, use_when: "", not_when: "", example: "", shortcut: "",
});

it("finds a code by the start of any word of its name, then by its rules", () => {
  const items = [item("Timing"), item("Informal ties", "how people trust each other"), item("Café talk"), item("In time")];
  expect(fitting(items, "tim").map((each) => each.label)).toEqual(["Timing", "In time"]);
  expect(fitting(items, "cafe").map((each) => each.label)).toEqual(["Café talk"]);
  expect(fitting(items, "trust").map((each) => each.label)).toEqual(["Informal ties"]);
  expect(fitting(items, "").length).toBe(4);
  expect(fitting(items, "zzz")).toEqual([]);
});
