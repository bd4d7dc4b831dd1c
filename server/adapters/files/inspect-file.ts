import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { AppError } from '#core/contract/errors.ts'
import type { FileShape } from '#core/contract/resources.ts'
import type { FileInspector, InspectedFile } from '#server/usecases/resources/ports.ts'
import { assertSoundArchive } from './assert-sound-archive.ts'

const OOXML = 'application/vnd.openxmlformats-officedocument'
const OFFICE_TYPES: ReadonlySet<string> = new Set([
  `${OOXML}.wordprocessingml.document`,
  `${OOXML}.presentationml.presentation`,
  `${OOXML}.presentationml.slideshow`,
  `${OOXML}.spreadsheetml.sheet`,
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
])

/** What browsers show by themselves, by the type that is told from the bytes. Nothing here can carry a script. */
const SHAPES = new Map<string, FileShape>([
  ['image/png', 'picture'],
  ['image/jpeg', 'picture'],
  ['image/webp', 'picture'],
  ['image/gif', 'picture'],
  ['application/pdf', 'pdf'],
  ['audio/mpeg', 'audio'],
  ['audio/wav', 'audio'],
  ['audio/x-m4a', 'audio'],
  ['audio/mp4', 'audio'],
  ['audio/aac', 'audio'],
  ['audio/ogg', 'audio'],
  ['audio/ogg; codecs=opus', 'audio'],
  ['audio/opus', 'audio'],
  ['audio/flac', 'audio'],
  ['audio/x-flac', 'audio'],
  ['video/mp4', 'video'],
  ['video/x-m4v', 'video'],
  ['video/webm', 'video'],
  ['video/quicktime', 'video'],
])

/** As browsers know them. */
const PLAIN_NAMES = new Map([
  ['audio/x-m4a', 'audio/mp4'],
  ['video/x-m4v', 'video/mp4'],
  ['audio/opus', 'audio/ogg'],
  ['audio/ogg; codecs=opus', 'audio/ogg'],
  ['audio/x-flac', 'audio/flac'],
])

/** Word, PowerPoint and Excel up to 2003 lie in one kind of container: which of them it is only the name tells. */
const OLD_OFFICE = new Map([
  ['doc', 'application/msword'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['xls', 'application/vnd.ms-excel'],
])

const TAKEN = '可以传 PDF、Word、PowerPoint、Excel、WPS、图片（PNG、JPEG、WebP、GIF）、音频和视频（MP4、WebM、MOV）。'
const refuse = (why: string) => new AppError('INVALID', `${why}${TAKEN}`, { field: 'file' })

/** Looks at the bytes alone: a page or a drawing with scripts in it is not taken under any name. */
export const fileInspector: FileInspector = {
  inspect: async ({ path, fileName }) => {
    const found = await fileTypeFromFile(path)
    if (found === undefined)
      throw refuse((await isText(path)) ? '不收网页、SVG 和纯文本文件。' : '认不出这是什么文件。')
    const { mime } = found
    const shape = SHAPES.get(mime)
    if (shape !== undefined) return { mimeType: PLAIN_NAMES.get(mime) ?? mime, shape }
    if (OFFICE_TYPES.has(mime)) {
      await assertSoundArchive(path)
      return { mimeType: mime, shape: 'office' }
    }
    const old = mime === 'application/x-cfb' ? oldOffice(fileName) : null
    if (old !== null) return old
    throw refuse('不收这种文件。')
  },
}

function oldOffice(fileName: string): InspectedFile | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const mimeType = OLD_OFFICE.get(ending)
  return mimeType === undefined ? null : { mimeType, shape: 'office' }
}

const TEXT_SAMPLE_BYTES = 4_096

/** Only for the words of the refusal. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TEXT_SAMPLE_BYTES), 0, TEXT_SAMPLE_BYTES, 0)
    return !buffer.subarray(0, bytesRead).includes(0)
  } finally {
    await file.close()
  }
}
