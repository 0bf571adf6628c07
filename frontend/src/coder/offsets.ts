// The one seam between the store's offsets (code points) and the browser's (UTF-16 units).

const PAIRED = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

/** Tells whether a text holds a character that takes two units, so that offsets differ. */
export function hasPairs(text: string): boolean {
  return PAIRED.test(text);
}

/** Counts the code points of a text. A lone half of a pair counts as one. */
export function countPoints(text: string): number {
  return toPoints(text, text.length);
}

/** Returns the UTF-16 offset of a code point offset. Beyond the end it is the end. */
export function toUnits(text: string, points: number): number {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left -= 1) units += widthAt(text, units);
  return units;
}

/** Returns the code point offset of a UTF-16 offset. Inside a pair it is the pair's start. */
export function toPoints(text: string, units: number): number {
  let points = 0;
  const end = Math.min(units, text.length);
  for (let at = 0; at < end; points += 1) {
    at += widthAt(text, at);
    if (at > end) break;
  }
  return points;
}

function widthAt(text: string, units: number): 1 | 2 {
  return text.codePointAt(units)! > 0xffff ? 2 : 1;
}
