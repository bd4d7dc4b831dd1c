import { strToU8, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'

export type ListRow = readonly string[]

const HEADER: ListRow = ['姓名', '用户名', '单位', '上级单位', '学段', '学科', '职务', '角色']

/** A list as text; GB18030 as Excel writes it in China is only of the characters that tests need. */
export const csvList = (rows: readonly ListRow[], { header = HEADER }: { header?: ListRow } = {}): Buffer =>
  Buffer.from([header, ...rows].map((row) => `${row.join(',')}\r\n`).join(''))

/** A list as an Excel workbook, written by a library that the reader does not know. */
export const xlsxList = (rows: readonly ListRow[], { header = HEADER }: { header?: ListRow } = {}): Promise<Buffer> =>
  writeExcelFile([header, ...rows].map((row) => row.map((value) => ({ value, type: String })))).toBuffer()

/** A workbook of which a part grows to `bytes`; `declared` is what its directory says of that, where that is a lie. */
export function bombWorkbook({ bytes, declared }: { bytes: number; declared?: number }): Buffer {
  const sheet = new Uint8Array(bytes).fill(0x20)
  sheet.set(strToU8('<worksheet><sheetData>'))
  const zip = Buffer.from(
    zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
        'xl/worksheets/sheet1.xml': sheet,
      },
      { level: 9 },
    ),
  )
  if (declared !== undefined) {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(bytes)
    for (let at = zip.indexOf(size); at !== -1; at = zip.indexOf(size, at + 1)) zip.writeUInt32LE(declared, at)
  }
  return zip
}
