import { AppError } from '#core/contract/errors.ts'
import { importColumn, type ImportCells, type ImportColumn, type ImportLine } from '#core/contract/imports.ts'

/** What the office calls its columns; the first is the template's. */
const HEADERS: Record<ImportColumn, readonly [string, ...string[]]> = {
  name: ['姓名', '教师姓名', 'name'],
  username: ['用户名', '账号', '登录名', 'username'],
  organisation: ['单位', '所在单位', '工作单位', '学校', 'organisation'],
  parent: ['上级单位', '主管单位', '区县', 'parent'],
  stage: ['学段', 'stage'],
  subject: ['学科', '任教学科', 'subject'],
  post: ['职务', 'post'],
  role: ['角色', '身份', 'role'],
}

const REQUIRED: readonly ImportColumn[] = ['name', 'username', 'organisation']

export const headerOf = (column: ImportColumn): string => HEADERS[column][0]
export const TEMPLATE_HEADERS: readonly string[] = importColumn.options.map(headerOf)

const COLUMN_BY_HEADER = new Map(
  importColumn.options.flatMap((column) => HEADERS[column].map((header) => [header, column] as const)),
)

/** The row that shows in the template how to fill it in. It may be left standing: it is no person. */
export const EXAMPLE_ROW: Required<ImportCells> = {
  name: '示例老师',
  username: 'example.teacher',
  organisation: '某某区第一中学',
  parent: '某某区',
  stage: '初中',
  subject: '语文',
  post: '语文教研组长',
  role: '教师',
}

export const IMPORT_MAX_ROWS = 60_000
/** Nothing that belongs here is as long; it is cut, and too long still. */
const CELL_MAX_CHARS = 300
const SHOWN_COLUMNS_MAX = 30

/** `number` as the spreadsheet counts it. */
export interface TableRow {
  number: number
  cells: readonly string[]
}

export interface ReadLines {
  lines: ImportLine[]
  /** Headers that mean nothing here. */
  ignoredColumns: string[]
}

/**
 * The people in a table: its first row that is not empty names the columns, in whatever order.
 * @throws AppError `INVALID` for a table that is no list of people
 */
export function readLines(table: readonly TableRow[]): ReadLines {
  const headerIndex = table.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const header = table[headerIndex]
  if (header === undefined) throw new AppError('INVALID', '这张表是空的。', { field: 'file' })
  const { columns, ignoredColumns } = readHeader(header)
  const lines: ImportLine[] = []
  for (const row of table.slice(headerIndex + 1)) {
    const cells: ImportCells = {}
    let isEmpty = true
    for (const [column, place] of columns) {
      const cell = cleanCell(row.cells[place] ?? '', { column })
      cells[column] = cell
      if (cell !== '') isEmpty = false
    }
    const isExample = cells.name === EXAMPLE_ROW.name && cells.username === EXAMPLE_ROW.username
    if (!isEmpty && !isExample) lines.push({ number: row.number, cells })
  }
  if (lines.length === 0) throw new AppError('INVALID', '这张表只有表头，没有人。', { field: 'file' })
  return { lines, ignoredColumns }
}

function readHeader({ number, cells }: TableRow) {
  const columns = new Map<ImportColumn, number>()
  const ignoredColumns: string[] = []
  for (const [place, text] of cells.entries()) {
    const shown = cleanText(text).slice(0, 40)
    if (shown === '') continue
    const column = COLUMN_BY_HEADER.get(plainHeader(text))
    if (column === undefined) {
      if (ignoredColumns.length < SHOWN_COLUMNS_MAX) ignoredColumns.push(shown)
    } else if (columns.has(column)) {
      throw new AppError('INVALID', `第 ${number} 行是表头，其中“${headerOf(column)}”有两列，请只留一列。`, {
        field: 'file',
      })
    } else columns.set(column, place)
  }
  const missing = REQUIRED.filter((column) => !columns.has(column)).map((column) => `“${headerOf(column)}”`)
  if (missing.length > 0) {
    throw new AppError('INVALID', `第 ${number} 行是表头，其中没有${missing.join('、')}。请对照模板补上。`, {
      field: 'file',
    })
  }
  return { columns, ignoredColumns }
}

/** Without what people add: spaces, stars, （必填）. */
const plainHeader = (text: string) =>
  cleanText(text)
    .normalize('NFKC')
    .replace(/[(【[].*$/u, '')
    .replace(/[\s*:]/gu, '')
    .toLowerCase()

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu

/** What a database can keep, and people can see. */
const cleanText = (text: string) =>
  text.slice(0, CELL_MAX_CHARS).toWellFormed().replaceAll('\0', '\ufffd').replace(INVISIBLE, '').trim()

/** Lists are aligned by spaces within Chinese words (王 伟), and typed with full-width letters. */
function cleanCell(text: string, { column }: { column: ImportColumn }): string {
  const clean = cleanText(text)
  if (column === 'username') return clean.normalize('NFKC').toLowerCase()
  return clean.replace(/(?<=\p{Script=Han})[ \u3000\u00a0]+(?=\p{Script=Han})/gu, '')
}
