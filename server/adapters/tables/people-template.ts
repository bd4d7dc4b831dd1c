import writeExcelFile from 'write-excel-file/node'
import { EXAMPLE_ROW, TEMPLATE_HEADERS } from '#core/domain/import/columns.ts'
import { importColumn } from '#core/contract/imports.ts'
import { ROLE_FACTS, STAGES } from '#core/domain/import/choices.ts'
import type { ImportTemplates } from '#server/usecases/import/ports.ts'
import { toCsv } from '#core/domain/import/csv.ts'

const EXAMPLE_CELLS = importColumn.options.map((column) => EXAMPLE_ROW[column])

/** By column: whether it must be filled in, and how. */
const HELP: readonly (readonly [header: string, needed: string, how: string])[] = [
  ['姓名', '必填', '二十个字以内。两个字的姓名中间不必空格。'],
  ['用户名', '必填', '登录时用，一人一个，以后不变。小写字母、数字、点和连字符，2 到 30 个。'],
  ['单位', '必填', '学校全称，或者区县教育局、市教育局。还没有的学校会新添。'],
  ['上级单位', '选填', '学校所在的区县，如：张店区。局属学校留空。学校已经有了，也可以留空。'],
  ['学段', '选填', `${STAGES.join('、')}中的一个。`],
  ['学科', '选填', '如：语文、道德与法治。'],
  ['职务', '选填', '如：语文教研组长、副校长。'],
  [
    '角色',
    '选填',
    `${Object.values(ROLE_FACTS)
      .map(({ label }) => label)
      .join('、')}中的一个。不填就是教师。`,
  ],
]

const NOTES = [
  '列的先后不限，可以少列，多出来的列不看。',
  '示例老师那一行可以留着，不会导入。',
  '认人只看用户名：用户名已经有了，就改这个人的单位、学段、学科、职务；空着的格子不改。',
  '上传后先核对，核对时什么也不写；有错的行会逐行说明该怎么改。',
  '同一张表导入两次，第二次什么也不会变。',
]

const WIDTHS = [12, 18, 28, 14, 8, 12, 18, 16]

/** What the office fills in: an Excel workbook with its explanation, or the same header as text. */
export const peopleTemplates: ImportTemplates = {
  xlsx: async () => {
    const bold = (value: string) => ({ value, fontWeight: 'bold' as const })
    const cells = (values: readonly string[]) => values.map((value) => ({ value, type: String }))
    const workbook = writeExcelFile([
      {
        sheet: '人员',
        columns: WIDTHS.map((width) => ({ width })),
        stickyRowsCount: 1,
        data: [TEMPLATE_HEADERS.map(bold), cells(EXAMPLE_CELLS)],
      },
      {
        sheet: '填写说明',
        columns: [{ width: 12 }, { width: 10 }, { width: 90 }],
        data: [['列', '填不填', '怎么填'].map(bold), ...HELP.map(cells), [], ...NOTES.map((note) => cells([note]))],
      },
    ])
    return workbook.toBuffer()
  },
  csv: () => Buffer.from(toCsv([TEMPLATE_HEADERS, EXAMPLE_CELLS])),
}
