import writeExcelFile from 'write-excel-file/node'
import type { Cell } from './export-list.ts'

const DATE_FORMAT = 'yyyy-mm-dd hh:mm'
const CITY_OFFSET_MS = 8 * 3_600_000
const WIDTH_MIN = 8
const WIDTH_MAX = 60

/** A sheet keeps no zone: what it shows is the city's clock. */
const onCityClock = (at: Date) => new Date(at.getTime() + CITY_OFFSET_MS)

/** A text stays a text, also one that begins like a formula. */
function toCell(value: Cell) {
  if (value === null || value === '') return null
  if (value instanceof Date) return { value: onCityClock(value), type: Date, format: DATE_FORMAT }
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}

/** Chinese characters are twice as wide. */
const widthOf = (value: Cell) =>
  value instanceof Date
    ? DATE_FORMAT.length
    : [...String(value ?? '')].reduce((sum, one) => sum + (one > '⺀' ? 2 : 1), 0)

export function writeSheet(
  rows: readonly Cell[][],
  { sheet, heads }: { sheet: string; heads: readonly string[] },
): Promise<Buffer> {
  const columns = heads.map((head, column) => {
    const widest = rows.slice(0, 200).reduce((most, row) => Math.max(most, widthOf(row[column] ?? null)), widthOf(head))
    return { width: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, widest + 2)) }
  })
  const data = [heads.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(toCell))]
  return writeExcelFile([{ sheet, columns, stickyRowsCount: 1, data }]).toBuffer()
}
