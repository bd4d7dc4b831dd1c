import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { makeThumbnail } from '#server/recording/jobs/thumbnail.ts'
import { probeDuration } from '#server/recording/jobs/probe-duration.ts'
import type { Log, ObjectStorage } from '#server/usecases/ports.ts'
import type { FileFacts, FilePreviews, MadePreview } from '#server/usecases/resources/ports.ts'
import { officeToPdf } from './office-to-pdf.ts'
import { countPages, drawFirstPage } from './read-pdf.ts'

/** Twice what a card shows. */
const THUMBNAIL_WIDTH_PX = 640
const THUMBNAIL_HEIGHT_PX = 480
const SHOWN_MAX_PX = 2_560
/** A camera's largest; what claims more is not opened. */
const PICTURE_MAX_PIXELS = 120_000_000
/** Not the first picture: films begin in black. */
const FILM_AT_RATIO = 0.1

export interface PreviewDeps {
  files: FilePreviews
  storage: ObjectStorage
  log: Log
}

interface Place {
  path: string
  folder: string
  signal: AbortSignal | undefined
}

interface Made {
  /** A picture file to make the small one of. */
  picture?: string | Buffer
  shown?: { body: Buffer; mimeType: string }
  pageCount?: number | null
  durationMs?: number | null
}

const NOTHING: MadePreview = { thumbnailKey: null, shownKey: null, pageCount: null, durationMs: null }

/** Makes what the page shows of a file, and a small picture. Once more gives the same; what cannot be read gets nothing. */
export async function makePreview(
  { files, storage, log }: PreviewDeps,
  { sha256, signal }: { sha256: string; signal?: AbortSignal | undefined },
): Promise<void> {
  const file = await files.file(sha256)
  if (file?.preview !== 'waiting') return
  const folder = await mkdtemp(join(tmpdir(), 'tongke-preview-'))
  try {
    const path = join(folder, `source${endingOf(file)}`)
    const object = await storage.read(file.objectKey)
    if (object === null) return await files.keepPreview(sha256, NOTHING)
    await pipeline(object.body, createWriteStream(path))
    const made = await make(file, { path, folder, signal }).catch((error: unknown): Made => {
      if (signal?.aborted === true) throw error
      log.warn({ sha256, err: error }, 'preview_not_made')
      return {}
    })
    await files.keepPreview(sha256, await keep(storage, file, made))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function make(file: FileFacts, place: Place): Promise<Made> {
  switch (file.shape) {
    case 'picture':
      return await ofPicture(place)
    case 'pdf':
      return await ofPdf(place.path, place)
    case 'office': {
      const pdf = await officeToPdf(place.path, place)
      if (pdf === null) return {}
      return { ...(await ofPdf(pdf, place)), shown: { body: await readFile(pdf), mimeType: 'application/pdf' } }
    }
    case 'video':
      return await ofFilm(place)
    case 'audio':
      return { durationMs: await lengthOf(place) }
    default:
      return file.shape satisfies never
  }
}

/** Encoded anew: upright, and without what cameras write into it. */
async function ofPicture({ path }: Place): Promise<Made> {
  const picture = sharp(path, { limitInputPixels: PICTURE_MAX_PIXELS, animated: true }).autoOrient()
  const fitted = picture.resize({ width: SHOWN_MAX_PX, height: SHOWN_MAX_PX, fit: 'inside', withoutEnlargement: true })
  return { picture: path, shown: { body: await fitted.webp({ quality: 86 }).toBuffer(), mimeType: 'image/webp' } }
}

async function ofPdf(path: string, { folder, signal }: Place): Promise<Made> {
  const pageCount = await countPages(path, signal)
  if (pageCount === null) return {}
  const output = join(folder, 'first-page')
  await drawFirstPage(path, { output, widthPx: THUMBNAIL_WIDTH_PX, signal })
  return { picture: output, pageCount }
}

async function ofFilm({ path, folder, signal }: Place): Promise<Made> {
  const durationMs = await lengthOf({ path, signal })
  const output = join(folder, 'picture.webp')
  const atMs = Math.floor(durationMs * FILM_AT_RATIO)
  await makeThumbnail({ file: path, atMs, output, widthPx: THUMBNAIL_WIDTH_PX, ...(signal && { signal }) })
  return { picture: output, durationMs }
}

const lengthOf = async ({ path, signal }: Pick<Place, 'path' | 'signal'>) =>
  Math.round(await probeDuration(path, signal === undefined ? {} : { signal }))

async function keep(storage: ObjectStorage, { objectKey }: FileFacts, made: Made): Promise<MadePreview> {
  const { picture, shown, pageCount = null, durationMs = null } = made
  const put = async (key: string, body: Buffer, mimeType: string) => {
    await storage.put(key, body, { mimeType })
    return key
  }
  const small = picture === undefined ? null : await smallPicture(picture)
  return {
    thumbnailKey: small === null ? null : await put(`${objectKey}-thumbnail`, small, 'image/webp'),
    shownKey: shown === undefined ? null : await put(`${objectKey}-shown`, shown.body, shown.mimeType),
    ...{ pageCount, durationMs },
  }
}

const smallPicture = (picture: string | Buffer) =>
  sharp(picture, { limitInputPixels: PICTURE_MAX_PIXELS })
    .autoOrient()
    .resize({ width: THUMBNAIL_WIDTH_PX, height: THUMBNAIL_HEIGHT_PX, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()

/** LibreOffice goes by it. */
function endingOf({ shape, mimeType }: FileFacts): string {
  if (shape !== 'office') return ''
  if (mimeType === 'application/msword') return '.doc'
  if (mimeType === 'application/vnd.ms-powerpoint') return '.ppt'
  if (mimeType === 'application/vnd.ms-excel') return '.xls'
  if (mimeType.includes('word')) return '.docx'
  if (mimeType.includes('presentationml')) return '.pptx'
  if (mimeType.includes('sheet')) return '.xlsx'
  return mimeType.includes('presentation') ? '.odp' : '.odt'
}
