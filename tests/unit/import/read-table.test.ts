import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#core/contract/errors.ts'
import { readTable } from '#server/adapters/tables/read-table.ts'
import { INSIDE_MAX_BYTES } from '#server/adapters/tables/unpack.ts'
import { peopleTemplates } from '#server/adapters/tables/people-template.ts'
import { bombWorkbook, csvList, xlsxList } from '#tests/support/import/make-list.ts'

const ROWS = [
  ['李明', 'li.ming', '东区一中', '东区', '初中', '语文', '组长', '教师'],
  ['王五 & <六>', 'wang', '东区一中', '', '', '', '', ''],
]
const read = (bytes: Uint8Array, maxRows = 1_000) => readTable(bytes, { maxRows })
const refusalOf = (bytes: Uint8Array, maxRows?: number) => {
  try {
    read(bytes, maxRows)
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'read'
}
const texts = (bytes: Uint8Array) => read(bytes).map(({ cells }) => cells)

/** 姓名,用户名,单位 ⏎ 李明,li,东区一中 as GB18030, written down byte by byte. */
const GB18030 = Buffer.from('d0d5c3fb2cd3c3bba7c3fb2cb5a5cebb0d0ac0eec3f72c6c692cb6abc7f8d2bbd6d00d0a', 'hex')

describe('[IMP7] a table is read as text, from', () => {
  it('an Excel workbook', async () => {
    expect(texts(await xlsxList(ROWS)).slice(1)).toEqual(
      ROWS.map((row) => row.slice(0, row.findLastIndex((c) => c !== '') + 1)),
    )
  })

  it('CSV in UTF-8 with and without its mark, and in GB18030', () => {
    const expected = [
      ['姓名', '用户名', '单位'],
      ['李明', 'li', '东区一中'],
    ]
    const utf8 = csvList([['李明', 'li', '东区一中']], { header: ['姓名', '用户名', '单位'] })
    expect(texts(utf8)).toEqual(expected)
    expect(texts(Buffer.concat([Buffer.from('\ufeff'), utf8]))).toEqual(expected)
    expect(texts(GB18030)).toEqual(expected)
    expect(texts(Buffer.from(`\ufeff${utf8.toString().replaceAll(',', '\t')}`, 'utf16le'))).toEqual(expected)
  })

  it('rows as the spreadsheet counts them, blank ones and line breaks within cells included', () => {
    const csv = Buffer.from('姓名,职务\n\n"李明","组长\n校长"\n\n王五,\n')
    expect(read(csv)).toEqual([
      { number: 1, cells: ['姓名', '职务'] },
      { number: 3, cells: ['李明', '组长\n校长'] },
      { number: 5, cells: ['王五', ''] },
    ])
  })

  it('cells of every kind: shared, of several pieces, with readings, in place, formulas, numbers', () => {
    const shared =
      '<sst><si><t>姓名</t></si><si><r><t>李</t></r><r><t>明</t></r><rPh sb="0" eb="1"><t>リ</t></rPh></si></sst>'
    const sheet =
      '<x:worksheet><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>&#x5355;位</x:t></x:is></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="str"><x:f>A1&amp;"x"</x:f><x:v>公式</x:v></x:c><x:c><x:v>2026</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const zip = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="rId7" Target="/xl/worksheets/people.xml"/></R>'),
      'xl/worksheets/people.xml': strToU8(sheet),
      'xl/sharedStrings.xml': strToU8(shared),
    })
    expect(read(zip)).toEqual([
      { number: 2, cells: ['姓名', '', '单位'] },
      { number: 3, cells: ['李明', '公式', '2026'] },
    ])
  })

  it('the templates that the product itself gives', async () => {
    const [xlsx, csv] = [texts(await peopleTemplates.xlsx()), texts(peopleTemplates.csv())]
    expect(xlsx).toEqual(csv)
    expect(xlsx[0]).toEqual(['姓名', '用户名', '单位', '上级单位', '学段', '学科', '职务', '角色'])
  })
})

describe('[IMP8] refused is', () => {
  it('a bomb, by what its directory says', () => {
    expect(refusalOf(bombWorkbook({ bytes: INSIDE_MAX_BYTES + 1 }))).toBe('QUOTA')
  })

  it('a bomb whose directory lies, by what comes out of it', () => {
    expect(refusalOf(bombWorkbook({ bytes: INSIDE_MAX_BYTES + 1, declared: 1_000 }))).toBe('QUOTA')
  })

  it('an archive of too many parts', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, i) => [`xl/worksheets/s${i}.xml`, new Uint8Array()]),
    )
    expect(refusalOf(zipSync(parts))).toBe('QUOTA')
  })

  it('XML that would grow by entities: they mean nothing', () => {
    const zip = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&c;</v></c></row></sheetData></worksheet>',
      ),
    })
    expect(refusalOf(zip) === 'read' ? texts(zip)[0]?.[0] : '&c;').not.toContain('bbb')
  })

  it('a file of more rows than asked for, an old .xls, a picture, an empty file, an archive of something else', async () => {
    const [, ...many] = ['', ...Array.from({ length: 12 }, (_, i) => [`李${i}`, `li${i}`, '某校'])]
    expect(refusalOf(await xlsxList(many), 10)).toBe('QUOTA')
    expect(refusalOf(csvList(many), 10)).toBe('QUOTA')
    expect(refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('INVALID')
    expect(refusalOf(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBe('INVALID')
    expect(refusalOf(Buffer.alloc(0))).toBe('INVALID')
    expect(refusalOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('INVALID')
    expect(refusalOf(Buffer.from([0xff, 0x81, 0x20, 0x00, 0x31]))).toBe('INVALID')
  })

  it('whatever else: with a code, never with a bug', async () => {
    const whole = await xlsxList(ROWS)
    const broken = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length)).map(([at, byte, end]) => {
      const copy = Buffer.from(whole)
      copy[at] = byte
      return copy.subarray(0, Math.max(end, whole.length / 2))
    })
    const codes = ['read', 'INVALID', 'QUOTA']
    fc.assert(
      fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        expect(codes).toContain(refusalOf(bytes))
      }),
    )
  })
})
