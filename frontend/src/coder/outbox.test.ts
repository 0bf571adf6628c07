import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Outbox, type Errand, type Standing } from "./outbox";
import { Refused, Unreachable, type Server, type Words } from "./server";
import type { WireCoding } from "./shapes";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const errand = (ref: string): Errand => ({
  kind: "code", ref, start: 0, end: 4, itemKey: "timing", label: "Timing", cluster: "process", coder: "you", at: "",
});
const wire = (id: number): WireCoding => ({
  id, passage_id: id, start: 0, end: 4, item_key: "timing", label: "Timing", cluster: "process", coder: "A", own: true, at: "",
});

function shelf(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** A server that does, call by call, what the test says; a number is the id of the new coding. */
function setUp(answers: (number | Error)[], on = shelf()) {
  const sent: string[] = [];
  const standings: Standing["state"][] = [];
  const refused: string[] = [];
  const answer = async (what: string) => {
    sent.push(what);
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return wire(next ?? 99);
  };
  const server = {
    code: (words: Words) => answer(`code ${words.request_key}`),
    remove: (id: number) => answer(`remove ${id}`).then(() => undefined),
    restore: (id: number) => answer(`restore ${id}`),
  } as unknown as Server;
  const outbox = new Outbox(server, 1, on, "here", {
    done: () => {},
    refused: (each) => refused.push(each.ref),
    stands: ({ state }) => standings.at(-1) !== state && standings.push(state),
  });
  return { outbox, sent, standings, refused, on };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

it("sends in order and knows the number of what it has just made", async () => {
  const { outbox, sent, standings } = setUp([7]);
  outbox.add(errand("a"));
  outbox.add({ kind: "remove", ref: "a" });
  await settle();
  expect(sent).toEqual(["code a", "remove 7"]);
  expect(standings).toEqual(["saving", "saved"]);
});

it("tries again after pauses that grow, with the same request key", async () => {
  const { outbox, sent, standings } = setUp([new Unreachable(), new Unreachable(), 1]);
  outbox.add(errand("a"));
  await settle();
  expect(sent.length).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.length).toBe(2);
  await vi.advanceTimersByTimeAsync(1999);
  expect(sent.length).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(["code a", "code a", "code a"]);
  expect(standings).toEqual(["saving", "retrying", "saved"]);
});

it("tries at once when asked, and not twice at once", async () => {
  const { outbox, sent } = setUp([new Unreachable(), 1]);
  outbox.add(errand("a"));
  await settle();
  outbox.again();
  outbox.again();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(["code a", "code a"]);
});

it("keeps what is not saved through a reload", async () => {
  const { outbox, on } = setUp([new Unreachable()]);
  outbox.add(errand("a"));
  await settle();
  const after = setUp([5], on);
  expect(after.outbox.waiting.map((each) => each.ref)).toEqual(["a"]);
  after.outbox.again();
  await settle();
  expect(after.sent).toEqual(["code a"]);
  expect(after.outbox.refsById().get(5)).toBe("a");
});

it("drops a refused coding with all that was to follow on it", async () => {
  const no = new Refused(422, { code: "coding.item-retired", what: "Retired.", remedy: "Choose another." });
  const { outbox, sent, refused } = setUp([no, 2]);
  outbox.add(errand("a"));
  outbox.add({ kind: "remove", ref: "a" });
  outbox.add(errand("b"));
  await settle();
  expect(sent).toEqual(["code a", "code b"]);
  expect(refused).toEqual(["a"]);
});

it.each([
  [new Refused(401, null)],
  [new Refused(403, null)],
  [new Refused(409, { code: "coding.text-changed", what: "", remedy: "" })],
])("stops and keeps all when signed out or when the text has changed", async (no) => {
  const { outbox, sent, standings, refused } = setUp([no]);
  outbox.add(errand("a"));
  outbox.add(errand("b"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(["code a"]);
  expect(standings.at(-1)).toBe("stopped");
  expect(outbox.waiting.length).toBe(2);
  expect(refused).toEqual([]);
});
