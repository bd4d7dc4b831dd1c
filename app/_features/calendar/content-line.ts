const LINE_MAX_BYTES = 75
const encoder = new TextEncoder()

/** RFC 5545 §3.3.11: commas, semicolons, backslashes and line ends are escaped. */
export const escapeText = (text: string) =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|[\r\n]/g, '\\n')

/** RFC 5545 §3.1: at most 75 octets in a line, never cutting a character. */
export function foldLine(line: string): string {
  let bytes = 0
  let folded = ''
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > LINE_MAX_BYTES) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}
