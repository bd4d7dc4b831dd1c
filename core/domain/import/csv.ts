/**
 * Rows as CSV for Excel: UTF-8 with the mark by which Excel knows it, CRLF (RFC 4180). What a spreadsheet would take for
 * a formula is prefixed with an apostrophe (OWASP, CSV Injection): it came from somebody else's file.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

function toCell(value: string | number): string {
  const text =
    typeof value === 'number' || !/^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(value)
      ? String(value)
      : `'${value}`
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
