import { AppError } from '#core/contract/errors.ts'
import type { TableRow } from '#core/domain/import/columns.ts'
import { readTextTable } from './read-text-table.ts'
import { readXlsx } from './read-xlsx.ts'
import { notReadable } from './table-error.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of old .xls files, and of .xlsx files with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/** The rows of a table that are not empty, whatever the file calls itself. Throws `AppError` for what is none. */
export function readTable(bytes: Uint8Array, options: { maxRows: number }): TableRow[] {
  const begins = (magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (bytes.byteLength === 0) throw new AppError('INVALID', '这个文件是空的。', { field: 'file' })
  if (begins(COMPOUND_FILE)) {
    throw new AppError('INVALID', '这是旧版 .xls，或者加了密码。请打开后另存为不加密码的 .xlsx。', { field: 'file' })
  }
  if (!begins(ZIP)) return readTextTable(bytes, options)
  try {
    return readXlsx(bytes, options)
  } catch (error) {
    throw error instanceof AppError ? error : notReadable(error)
  }
}
