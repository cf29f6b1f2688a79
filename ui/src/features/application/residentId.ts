/** IdProblem is what is wrong with a resident ID number (GB 11643), in the words of the API's codes. */
export type IdProblem = "length" | "character" | "birth_date" | "check_digit" | "age";

const rest = "10X98765432";
const least = 16;

/** tidyId takes blanks away and makes x a capital, as the API does. */
export function tidyId(typed: string): string {
  return typed.replace(/\s+/g, "").toUpperCase();
}

/** isMasked says whether a number is the masked form of a stored one, such as 2101**********1234. */
export function isMasked(number: string): boolean {
  return number.includes("*");
}

function bornOn(number: string): Date | undefined {
  const [year, month, day] = [Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined;
}

/** idProblem says what is wrong with a number on a day (YYYY-MM-DD), or nothing. The API judges again. */
export function idProblem(number: string, today: string): IdProblem | undefined {
  if (number.length !== 18) return "length";
  if (!/^\d{17}[\dX]$/.test(number)) return "character";
  const born = bornOn(number);
  if (!born) return "birth_date";
  const sum = [...number.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  if (rest[sum % 11] !== number[17]) return "check_digit";
  const grown = new Date(Date.UTC(born.getUTCFullYear() + least, born.getUTCMonth(), born.getUTCDate())).toISOString().slice(0, 10);
  return grown > today ? "age" : undefined;
}

/** masked writes a number as the API shows it: place and last four remain. */
export function masked(number: string): string {
  const plain = tidyId(number);
  return plain.length === 18 && !isMasked(plain) ? `${plain.slice(0, 4)}${"*".repeat(10)}${plain.slice(14)}` : plain;
}
