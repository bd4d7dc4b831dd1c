import { isAbsolute, resolve } from 'node:path'
import type { StorageConfig } from './config.ts'

const DEFAULT_REGION = 'us-east-1'

export interface StorageSurroundings {
  dataDir: string
  accessKeyId: string | undefined
  secretAccessKey: string | undefined
}

/**
 * Reads `TONGKE_STORAGE`: `local` (a folder inside the data folder), `local:/path`, or
 * `s3://bucket?endpoint=https://…&region=…`. Answers the faults where it cannot.
 */
export function parseStorageAddress(
  address: string,
  { dataDir, accessKeyId, secretAccessKey }: StorageSurroundings,
): { storage: StorageConfig } | { faults: string[] } {
  if (address === 'local') return { storage: { kind: 'local', folder: resolve(dataDir, 'storage') } }
  if (address.startsWith('local:')) {
    const folder = address.slice('local:'.length)
    if (isAbsolute(folder)) return { storage: { kind: 'local', folder } }
    return { faults: ['TONGKE_STORAGE：local: 之后须为绝对路径。After local: an absolute path is needed.'] }
  }
  if (!address.startsWith('s3://') || !URL.canParse(address)) {
    return {
      faults: [
        'TONGKE_STORAGE：应为 local 或 s3://桶名?endpoint=…&region=…。Must be local or s3://bucket?endpoint=…&region=….',
      ],
    }
  }
  return parseS3(new URL(address), { accessKeyId, secretAccessKey })
}

function parseS3(
  url: URL,
  { accessKeyId, secretAccessKey }: Omit<StorageSurroundings, 'dataDir'>,
): { storage: StorageConfig } | { faults: string[] } {
  const faults: string[] = []
  const endpoint = url.searchParams.get('endpoint') ?? undefined
  if (url.hostname === '') faults.push('TONGKE_STORAGE：s3:// 之后须有桶名。A bucket name must follow s3://.')
  if (endpoint !== undefined && !/^https?:\/\/./.test(endpoint)) {
    faults.push(
      'TONGKE_STORAGE：endpoint 须以 http:// 或 https:// 开头。The endpoint must begin with http:// or https://.',
    )
  }
  if (accessKeyId === undefined) faults.push('TONGKE_S3_ACCESS_KEY_ID：使用 S3 存储时必填。Needed for S3 storage.')
  if (secretAccessKey === undefined)
    faults.push('TONGKE_S3_SECRET_ACCESS_KEY：使用 S3 存储时必填。Needed for S3 storage.')
  if (faults.length > 0 || accessKeyId === undefined || secretAccessKey === undefined) return { faults }
  const region = url.searchParams.get('region') ?? DEFAULT_REGION
  return { storage: { kind: 's3', bucket: url.hostname, region, endpoint, accessKeyId, secretAccessKey } }
}
