/**
 * groupedNumber writes a certificate number in the groups of its rule: Y, place, centre, body, year, level, serial. Any other text stays as it is.
 */
export function groupedNumber(number: string): string {
  const parts = /^(\p{L})(\d{4})(\d{2})(\d{6})(\d{2})(\w)(\d{6})$/u.exec(number);
  return parts ? parts.slice(1).join(" ") : number;
}

/** numberRule shows how the numbers of a batch will read: what is fixed stands, the serial number is open. */
export function numberRule(filingNo: string, date: string, level: string): string {
  return groupedNumber(`${filingNo}${date.slice(2, 4)}${level}000000`).replace(/000000$/, "××××××");
}
