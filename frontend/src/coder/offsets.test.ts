import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPoints, hasPairs, toPoints, toUnits } from "./offsets";

// Texts with pairs, joined emoji, combining marks, line ends of all kinds, right-to-left letters.
const character = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  fc.constantFrom("👩🏽‍🤝‍👨🏻", "e\u0301", "\r\n", "\n", "ﷺ", "𝒜", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u200d", "\ufeff", "a"),
);
const text = fc.array(character, { maxLength: 40 }).map((all) => all.join(""));

describe("offsets", () => {
  it("counts code points as the store does", () => {
    fc.assert(fc.property(text, (all) => countPoints(all) === [...all].length));
  });

  it("goes to units and back without loss", () => {
    fc.assert(
      fc.property(text, fc.nat(50), (all, wish) => {
        const points = Math.min(wish, countPoints(all));
        expect(toPoints(all, toUnits(all, points))).toBe(points);
      }),
    );
  });

  it("cuts the same words in both units", () => {
    fc.assert(
      fc.property(text, fc.nat(50), fc.nat(50), (all, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(all.slice(toUnits(all, start), toUnits(all, end))).toBe([...all].slice(start, end).join(""));
      }),
    );
  });

  it("never splits a character that takes two units", () => {
    fc.assert(
      fc.property(text, fc.nat(50), (all, points) => {
        const at = toUnits(all, points);
        const before = all.charCodeAt(at - 1);
        const after = all.charCodeAt(at);
        expect(before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000).toBe(false);
      }),
    );
  });

  it("takes a place inside a pair as the pair's start", () => {
    expect(toPoints("a👩b", 2)).toBe(1);
    expect(toPoints("a👩b", 3)).toBe(2);
  });

  it("stays within the text", () => {
    expect(toUnits("ab", 9)).toBe(2);
    expect(toPoints("ab", 9)).toBe(2);
  });

  it("knows where both offsets are the same", () => {
    fc.assert(fc.property(text, (all) => hasPairs(all) === (countPoints(all) !== all.length)));
  });
});
