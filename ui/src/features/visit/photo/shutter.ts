import { exifTime } from "./exif";

/** Shutter is when a picture was taken, and what says so: the camera in the file, the fresh file itself, or only its being added. */
export interface Shutter {
  at: string;
  by: "exif" | "camera" | "entry";
}

/** Exif stands at the beginning of a file. */
const head = 256 * 1024;
/** A picture that the camera has just handed over is a file of the last minutes. */
const fresh = 10 * 60_000;
/** A camera's clock may run a little before the page's. */
const ahead = 60_000;

/**
 * shutterOf says when a picture was taken. What the camera wrote into it counts most; a file that is only minutes old
 * has just come from the camera; of any other, only the time of adding it is known.
 */
export async function shutterOf(file: File, now = Date.now()): Promise<Shutter> {
  const written = exifTime(await file.slice(0, head).arrayBuffer());
  if (written && written.getTime() <= now + ahead) return { at: new Date(Math.min(written.getTime(), now)).toISOString(), by: "exif" };
  const age = now - file.lastModified;
  if (age >= -ahead && age <= fresh) return { at: new Date(Math.min(file.lastModified, now)).toISOString(), by: "camera" };
  return { at: new Date(now).toISOString(), by: "entry" };
}
