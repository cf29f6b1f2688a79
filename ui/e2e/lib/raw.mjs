// What no screen may show: traces of the program, and codes that have words.
const raw = [
  /\bundefined\b|\bNaN\b|\[object |\bnull\b/, /TypeError|ReferenceError|SyntaxError|\bat .+\.js:\d+/, /\{"[a-z]+":/i, /\bHTTP \d{3}\b|\b(4\d\d|5\d\d) \(/,
  /__[A-Z_]+__/, /\b[a-z]+[A-Z][A-Za-z]*\b/, /(^|\s)[a-z]+(\.[a-zA-Z0-9]+)+(\s|$)/m,
  /(^|[\s“「（：])(acceptance|supplement|panel|deliberation|assessment|signature|verification|rectification|commitment|submission|receipt|publication|finished|audit|correction|issue|summary|revocation|handler|reviewer|signer|clerk|expert|operator|accept|return|refuse|agree|pass|revoke|report|open|done|void|claimed|overdue|draft|initial)($|[\s”」）：])/m,
];
/** What looks so and is none: names of files, addresses, and the sources of the law. */
const harmless = /\S+@\S+|https?:\/\/\S+|\S+\.(pdf|docx|xlsx|csv|zip|jpe?g|png)\b|sha256|SHA-256|\b[0-9a-f]{8,}\b|[A-Za-z0-9_-]{20,}/g;

/** rawIn lists what a page shows that is not for people, with some words around it. */
export async function rawIn(page) {
  const text = (await page.locator("body").innerText()).replace(harmless, "");
  return raw.flatMap((pattern) => {
    const hit = pattern.exec(text);
    return hit ? [`「${text.slice(Math.max(0, hit.index - 20), hit.index + 40).replace(/\s+/g, " ")}」`] : [];
  });
}
