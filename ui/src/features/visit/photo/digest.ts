import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const slice = 1024 * 1024;

/** digestOf gives a file's SHA-256 in hex, slice by slice, so that the page stays alive. */
export async function digestOf(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += slice) {
    hash.update(new Uint8Array(await file.slice(at, at + slice).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}
