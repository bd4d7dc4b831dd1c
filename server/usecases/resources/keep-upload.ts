import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { AppError } from '#core/contract/errors.ts'
import { RESOURCE_FILE_MAX_BYTES } from '#core/contract/resources.ts'
import type { NewStoredFile, Upload } from './ports.ts'
import type { ResourceDeps } from './resource-door.ts'

type KeepDeps = Pick<ResourceDeps, 'uploads' | 'inspector' | 'scanner' | 'storage' | 'resources'>

const refuse = (message: string) => new AppError('INVALID', message, { field: 'file' })

/** What the person has sent to the end. */
export async function findUpload({ uploads }: KeepDeps, uploadId: string, personId: string): Promise<Upload> {
  const upload = await uploads.finished(uploadId)
  if (upload === null || upload.ownerId !== personId)
    throw new AppError('NOT_FOUND', '没有收到完整的文件，请重新上传。', { field: 'file' })
  return upload
}

/**
 * Checks a finished upload, and moves it into the storage under the digest of its bytes. A file that is not taken is gone
 * afterwards: nobody can ask for it any more.
 */
export async function keepUpload(deps: KeepDeps, uploadId: string, upload: Upload): Promise<NewStoredFile> {
  const { path, fileName, sizeBytes } = upload
  try {
    if (sizeBytes === 0) throw refuse('这个文件是空的。')
    if (sizeBytes > RESOURCE_FILE_MAX_BYTES) throw refuse('文件超过 2 GB，请压缩或分成几个。')
    const inspected = await deps.inspector.inspect({ path, fileName })
    if ((await deps.scanner.scan(path)) === 'infected') throw refuse('这个文件里有病毒，没有收下。')
    const sha256 = await digestOf(path)
    const known = await deps.resources.file(sha256)
    if (known !== null && (await deps.storage.sizeBytes(known.objectKey)) === sizeBytes) return known
    const objectKey = `resources/${sha256.slice(0, 2)}/${sha256}`
    await deps.storage.putFile(objectKey, path, { mimeType: inspected.mimeType })
    return { ...inspected, sha256, sizeBytes, objectKey }
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID') await deps.uploads.discard(uploadId)
    throw error
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer)
  return hash.digest('hex')
}
