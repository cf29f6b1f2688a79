import type { Content } from "./section";

export type Equipment = Content["premises"]["equipment"][number];

/** blankEquipment is a new line of the list. */
export const blankEquipment: Equipment = { name: "", model: "", quantity: 0, occupation: "" };

/**
 * pastedEquipment reads rows that were copied from a spreadsheet: name, model, quantity, and the code or name of the occupation.
 * One cell alone is no list; then nothing is read and the text goes where it was pasted. A line of headings is left out.
 */
export function pastedEquipment(pasted: string, occupations: readonly { code: string; name: string }[]): Equipment[] {
  const lines = pasted.replace(/\r/g, "").split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2 && !pasted.includes("\t")) return [];
  return lines.flatMap((line, i) => {
    const [name = "", model = "", quantity = "", served = ""] = line.split("\t").map((cell) => cell.trim());
    const count = Number(quantity.normalize("NFKC").replace(/\D/g, "") || 0);
    const heading = i === 0 && count === 0 && /名称|name/i.test(name);
    if (heading || name === "") return [];
    return [{ name, model, quantity: count, occupation: occupations.find((o) => o.code === served || o.name === served)?.code ?? "" }];
  });
}
