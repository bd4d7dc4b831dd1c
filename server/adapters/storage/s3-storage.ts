import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { ByteRange, ObjectStorage } from '#server/usecases/ports.ts'
import { isErrnoException } from './durable-files.ts'
import { assertObjectKey } from './object-key.ts'

export interface S3Options {
  bucket: string
  region: string
  /** Absent: the storage provider's own address for the region. */
  endpoint: string | undefined
  accessKeyId: string
  secretAccessKey: string
}

/** A wrong address may be one that swallows what is sent to it. */
const CHECK_TIMEOUT_MS = 5_000

/** Objects in a bucket of any S3-compatible storage. */
export class S3Storage implements ObjectStorage {
  readonly #client: S3Client
  readonly #bucket: string

  constructor({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Options) {
    this.#bucket = bucket
    this.#client = new S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Compatible storages rarely have a host name for each bucket, nor the newer checksums.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  }

  async put(key: string, body: Buffer, { mimeType }: { mimeType: string }): Promise<void> {
    await this.#client.send(new PutObjectCommand({ ...this.#object(key), Body: body, ContentType: mimeType }))
  }

  async putFile(key: string, path: string, { mimeType }: { mimeType: string }): Promise<void> {
    const params = { ...this.#object(key), Body: createReadStream(path), ContentType: mimeType }
    try {
      await new Upload({ client: this.#client, params }).done()
    } catch (error) {
      // Called again after an upload that was done: the file is gone and the object is there.
      const gone = isErrnoException(error) && error.code === 'ENOENT'
      if (gone && (await this.sizeBytes(key)) !== null) return
      throw error
    }
    await rm(path, { force: true })
  }

  async read(key: string, range?: ByteRange) {
    const bytes = range === undefined ? {} : { Range: `bytes=${range.firstByte}-${range.lastByte}` }
    const answer = await nullIfMissing(this.#client.send(new GetObjectCommand({ ...this.#object(key), ...bytes })))
    if (answer === null) return null
    if (!(answer.Body instanceof Readable)) throw new Error('the storage answered without a body')
    return { body: answer.Body, sizeBytes: answer.ContentLength ?? 0 }
  }

  async sizeBytes(key: string): Promise<number | null> {
    const answer = await nullIfMissing(this.#client.send(new HeadObjectCommand(this.#object(key))))
    return answer === null ? null : (answer.ContentLength ?? 0)
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#object(key)))
  }

  async check(): Promise<void> {
    const abortSignal = AbortSignal.timeout(CHECK_TIMEOUT_MS)
    await this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket }), { abortSignal })
  }

  /** Idempotent. */
  close(): void {
    this.#client.destroy()
  }

  #object(key: string): { Bucket: string; Key: string } {
    assertObjectKey(key)
    return { Bucket: this.#bucket, Key: key }
  }
}

async function nullIfMissing<Answer>(sent: Promise<Answer>): Promise<Answer | null> {
  try {
    return await sent
  } catch (error) {
    const missing = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
    if (missing) return null
    throw error
  }
}
