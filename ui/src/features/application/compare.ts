/** Difference is a field that holds one thing on the server and another on this page. */
export interface Difference {
  pointer: string;
  theirs: unknown;
  mine: unknown;
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "" || value === 0 || value === false || (Array.isArray(value) && value.length === 0);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): boolean => !Array.isArray(value) || value.every((entry) => typeof entry !== "object");

/** compare lists the fields of two contents that differ, each by its pointer; lists of files and of words are one field. */
export function compare(pointer: string, theirs: unknown, mine: unknown): Difference[] {
  if (isObject(theirs) || isObject(mine)) {
    const [a, b] = [isObject(theirs) ? theirs : {}, isObject(mine) ? mine : {}];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => compare(`${pointer}/${key}`, a[key], b[key]));
  }
  if ((Array.isArray(theirs) || Array.isArray(mine)) && !(isPlain(theirs) && isPlain(mine))) {
    const [a, b] = [Array.isArray(theirs) ? theirs : [], Array.isArray(mine) ? mine : []];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => compare(`${pointer}/${i}`, a[i], b[i])).flat();
  }
  const same = (isBlank(theirs) && isBlank(mine)) || JSON.stringify(theirs) === JSON.stringify(mine);
  return same ? [] : [{ pointer, theirs, mine }];
}
