import { parse } from 'csv-parse/sync'
import { AppError } from '#core/contract/errors.ts'
import type { TableRow } from '#core/domain/import/columns.ts'
import { notReadable, tooManyRows } from './table-error.ts'

/** A table as text: UTF-8 with or without a mark, what Excel in China writes (GB18030), or its 「Unicode 文本」. */
export function readTextTable(bytes: Uint8Array, { maxRows }: { maxRows: number }): TableRow[] {
  const text = decode(bytes)
  const records = readRecords(text, { maxRows })
  const rows = records
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length > maxRows) throw tooManyRows(maxRows)
  return rows
}

/** All of them but tab, line feed and carriage return. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u

function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // A picture or a program decodes by chance; a table has no such characters.
      if (!CONTROL.test(text)) return text
    } catch {
      // Not in this encoding: perhaps in the next.
    }
  }
  throw new AppError('INVALID', '认不出这个文件。请用 .xlsx，或者用 UTF-8、GB18030 编码的 CSV。', { field: 'file' })
}

const RECORD_MAX_CHARS = 100_000

function readRecords(text: string, { maxRows }: { maxRows: number }): string[][] {
  const [firstLine = ''] = text.split(/\r?\n|\r/, 1)
  const counts = ([',', '\t', ';'] as const).map((mark) => [mark, firstLine.split(mark).length] as const)
  const [delimiter] = counts.reduce((best, one) => (one[1] > best[1] ? one : best))
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: RECORD_MAX_CHARS,
      // Blank rows in between count, a hundred blank rows at the end do not matter.
      to: maxRows * 2,
    })
  } catch (cause) {
    throw notReadable(cause)
  }
}
