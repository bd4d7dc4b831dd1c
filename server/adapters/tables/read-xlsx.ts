import { Parser } from 'saxen'
import type { TableRow } from '#core/domain/import/columns.ts'
import { notReadable, tooManyRows } from './table-error.ts'
import { unpack } from './unpack.ts'

const WANTED = /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i
const COLUMNS_MAX = 200
const CELL_MAX_CHARS = 1_000

/** The first sheet of an Excel workbook as text: what is typed, the results of formulas, numbers as they are kept. */
export function readXlsx(bytes: Uint8Array, { maxRows }: { maxRows: number }): TableRow[] {
  const files = unpack(bytes, { wants: (name) => WANTED.test(name) })
  const text = (name: string): string | undefined => {
    const file = files.get(name)
    return file === undefined ? undefined : new TextDecoder('utf-8').decode(file)
  }
  const workbook = text('xl/workbook.xml')
  if (workbook === undefined) throw notReadable()
  const sheet = text(firstSheetOf(workbook, text('xl/_rels/workbook.xml.rels') ?? ''))
  if (sheet === undefined) throw notReadable()
  const strings = readStrings(text('xl/sharedStrings.xml'))
  return readSheet(sheet, { strings, maxRows })
}

interface Heard {
  open: (tag: string, attributes: () => Record<string, string>) => void
  close: (tag: string) => void
  text: (text: string) => void
}

/** Tags without the prefixes that some programs give them. No entity but the five of XML is known, so none grows. */
function hear(xml: string, { open, close, text }: Heard): void {
  const parser = new Parser()
  parser.on('openTag', (tag, attributes, decode) => {
    open(plain(tag), () =>
      Object.fromEntries(Object.entries(attributes()).map(([name, value]) => [plain(name), decode(value)])),
    )
  })
  parser.on('closeTag', (tag) => close(plain(tag)))
  parser.on('text', (value, decode) => text(decode(value)))
  parser.on('cdata', text)
  parser.on('error', (error) => {
    throw notReadable(error)
  })
  parser.parse(xml)
}

const plain = (tag: string) => tag.slice(tag.indexOf(':') + 1)

function firstSheetOf(workbook: string, relations: string): string {
  let relationId: string | undefined
  hear(workbook, {
    open: (tag, attributes) => {
      if (tag === 'sheet' && relationId === undefined) relationId = attributes()['id']
    },
    close: () => undefined,
    text: () => undefined,
  })
  let target = 'worksheets/sheet1.xml'
  hear(relations, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return
      const { Id, Target } = attributes()
      if (Id === relationId && Target !== undefined) target = Target
    },
    close: () => undefined,
    text: () => undefined,
  })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells share, by number. How they are to be pronounced (`rPh`) is left out. */
function readStrings(xml: string | undefined): string[] {
  const strings: string[] = []
  if (xml === undefined) return strings
  let parts = ''
  let isText = false
  let isPhonetic = false
  hear(xml, {
    open: (tag) => {
      if (tag === 'si') parts = ''
      else if (tag === 'rPh') isPhonetic = true
      else if (tag === 't') isText = !isPhonetic
    },
    close: (tag) => {
      if (tag === 'si') strings.push(parts)
      else if (tag === 'rPh') isPhonetic = false
      else if (tag === 't') isText = false
    },
    text: (text) => {
      if (isText) parts += text
    },
  })
  return strings
}

function readSheet(xml: string, { strings, maxRows }: { strings: readonly string[]; maxRows: number }): TableRow[] {
  const rows: TableRow[] = []
  let cells: string[] = []
  let number = 0
  let column = 0
  let type = ''
  let value = ''
  let isValue = false
  hear(xml, {
    open: (tag, attributes) => {
      if (tag === 'row') {
        number = Number(attributes()['r'] ?? number + 1)
        cells = []
        column = -1
      } else if (tag === 'c') {
        const { r, t } = attributes()
        column = r === undefined ? column + 1 : columnOf(r)
        type = t ?? 'n'
        value = ''
      } else if (tag === 'v' || tag === 't') isValue = true
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') isValue = false
      else if (tag === 'c' && column < COLUMNS_MAX) {
        while (cells.length < column) cells.push('')
        cells[column] = (type === 's' ? (strings[Number(value)] ?? '') : value).slice(0, CELL_MAX_CHARS)
      } else if (tag === 'row' && cells.some((cell) => cell !== '')) {
        if (rows.length >= maxRows) throw tooManyRows(maxRows)
        rows.push({ number, cells })
      }
    },
    text: (text) => {
      if (isValue) value += text
    },
  })
  return rows
}

/** `BC12` is in column 54, the first being 0. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26 || column > COLUMNS_MAX) break
    column = column * 26 + value
  }
  return column - 1
}
