import { AppError } from '#core/contract/errors.ts'

export const notReadable = (cause?: unknown) =>
  new AppError('INVALID', '这个文件读不出来，可能已经损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。', {
    field: 'file',
    cause,
  })

export const tooLargeInside = () =>
  new AppError('QUOTA', '这个文件展开后太大了。请只留姓名、用户名等几列，另存为 .xlsx 再试。', { field: 'file' })

export const tooManyRows = (maxRows: number) =>
  new AppError('QUOTA', `一张表最多 ${maxRows} 行，请分成几张。`, { field: 'file' })
