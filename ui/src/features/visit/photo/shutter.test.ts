import { describe, expect, it } from "vitest";
import { exifTime } from "./exif";
import { shutterOf } from "./shutter";

const minute = 60_000;

/** jpeg builds the head of a JPEG file whose Exif block says when it was taken. */
function jpeg(taken: string, offset = "", little = true): Uint8Array<ArrayBuffer> {
  const tiff = new DataView(new ArrayBuffer(160));
  const short = (at: number, value: number) => tiff.setUint16(at, value, little);
  const long = (at: number, value: number) => tiff.setUint32(at, value, little);
  const text = (at: number, words: string) => [...words].forEach((c, i) => tiff.setUint8(at + i, c.charCodeAt(0)));
  text(0, little ? "II" : "MM");
  short(2, 42);
  long(4, 8);
  short(8, 1); // one entry: the pointer to the Exif directory
  short(10, 0x8769);
  short(12, 4);
  long(14, 1);
  long(18, 40);
  short(40, offset ? 2 : 1);
  short(42, 0x9003);
  short(44, 2);
  long(46, 20);
  long(50, 100);
  text(100, taken);
  if (offset) {
    short(54, 0x9011);
    short(56, 2);
    long(58, 7);
    long(62, 130);
    text(130, offset);
  }
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xe1, 0, 168, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const file = new Uint8Array(head.length + 160 + 2);
  file.set(head);
  file.set(new Uint8Array(tiff.buffer), head.length);
  file.set([0xff, 0xda], head.length + 160);
  return file;
}

const file = (bytes: BlobPart, lastModified: number) => new File([bytes], "a.jpg", { type: "image/jpeg", lastModified });

describe("the time that a camera wrote into a picture", () => {
  it.each([true, false])("is read with its zone, in both orders of bytes", (little) => {
    expect(exifTime(jpeg("2026:11:26 10:32:07", "+08:00", little).buffer)?.toISOString()).toBe("2026-11-26T02:32:07.000Z");
  });

  it("is in the phone's own zone where none is written", () => {
    expect(exifTime(jpeg("2026:11:26 10:32:07").buffer)?.getTime()).toBe(new Date("2026-11-26T10:32:07").getTime());
  });

  it("is nothing in a picture without it, in another file, or in a broken block", () => {
    expect(exifTime(new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2]).buffer)).toBeUndefined();
    expect(exifTime(new TextEncoder().encode("%PDF-1.7 not a picture").buffer as ArrayBuffer)).toBeUndefined();
    expect(exifTime(new ArrayBuffer(0))).toBeUndefined();
    expect(exifTime(jpeg("    :  :     :  :  ").buffer)).toBeUndefined();
    expect(exifTime(jpeg("2026:11:26 10:32:07").slice(0, 60).buffer)).toBeUndefined();
  });
});

describe("the time of the shutter", () => {
  const now = Date.parse("2026-11-26T03:00:00Z");

  it("is what the camera wrote, however old the file is", async () => {
    const taken = await shutterOf(file(jpeg("2026:11:26 10:32:07", "+08:00"), now - 100 * minute), now);
    expect(taken).toEqual({ at: "2026-11-26T02:32:07.000Z", by: "exif" });
  });

  it("is the file's own time when it has just come from the camera", async () => {
    expect(await shutterOf(file("no exif", now - 2 * minute), now)).toEqual({ at: "2026-11-26T02:58:00.000Z", by: "camera" });
  });

  it("is only the time of adding for an older file, or one from the future", async () => {
    expect((await shutterOf(file("no exif", now - 60 * minute), now)).by).toBe("entry");
    expect((await shutterOf(file("no exif", now + 60 * minute), now)).by).toBe("entry");
    expect(await shutterOf(file(jpeg("2027:01:01 00:00:00", "+08:00"), now - 60 * minute), now)).toEqual({ at: "2026-11-26T03:00:00.000Z", by: "entry" });
  });
});
