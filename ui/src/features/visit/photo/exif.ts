/** Exif is what a camera wrote into a picture about its time: `2026:11:26 10:32:07`, and the zone where it says so. */
interface Exif {
  taken: string;
  offset: string;
}

const originalTime = 0x9003;
const originalOffset = 0x9011;
const exifPointer = 0x8769;
const ascii = 2;
const startOfScan = 0xda;
const app1 = 0xe1;

/** tiffOf finds the block of a JPEG file that holds Exif: its offset and length. */
function tiffOf(view: DataView): { at: number; length: number } | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === startOfScan || length < 2) return undefined;
    const body = at + 4;
    const named = body + 6 <= view.byteLength && view.getUint32(body) === 0x45786966 && view.getUint16(body + 4) === 0;
    if (marker === app1 && named) return { at: body + 6, length: Math.min(length - 8, view.byteLength - body - 6) };
    at += 2 + length;
  }
  return undefined;
}

/** directory reads the entries of one directory: tag → where its entry stands. */
function directory(tiff: DataView, at: number, little: boolean): Map<number, number> {
  const entries = new Map<number, number>();
  const count = tiff.getUint16(at, little);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12;
    entries.set(tiff.getUint16(entry, little), entry);
  }
  return entries;
}

function textAt(tiff: DataView, entry: number | undefined, little: boolean): string {
  if (entry === undefined || tiff.getUint16(entry + 2, little) !== ascii) return "";
  const length = tiff.getUint32(entry + 4, little);
  const from = length > 4 ? tiff.getUint32(entry + 8, little) : entry + 8;
  let text = "";
  for (let i = 0; i < length; i++) {
    const code = tiff.getUint8(from + i);
    if (code === 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}

function read(bytes: ArrayBuffer): Exif | undefined {
  const found = tiffOf(new DataView(bytes));
  if (!found) return undefined;
  const tiff = new DataView(bytes, found.at, found.length);
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  const pointer = directory(tiff, tiff.getUint32(4, little), little).get(exifPointer);
  if (pointer === undefined) return undefined;
  const entries = directory(tiff, tiff.getUint32(pointer + 8, little), little);
  return { taken: textAt(tiff, entries.get(originalTime), little), offset: textAt(tiff, entries.get(originalOffset), little) };
}

/**
 * exifTime gives when the shutter was pressed, as the camera wrote it into a JPEG picture (DateTimeOriginal, with
 * OffsetTimeOriginal where it is there, else in this phone's own zone). It takes the first bytes of the file.
 */
export function exifTime(bytes: ArrayBuffer): Date | undefined {
  let exif: Exif | undefined;
  try {
    exif = read(bytes);
  } catch {
    return undefined; // a broken block reads outside of itself
  }
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(exif?.taken ?? "");
  if (!exif || !parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const zone = /^[+-]\d\d:\d\d$/.test(exif.offset) ? exif.offset : "";
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
