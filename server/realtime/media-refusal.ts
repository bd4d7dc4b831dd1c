import { AppError, type ErrorCode } from '#core/contract/errors.ts'
import { MediaError, type MediaErrorCode } from '#server/media/media-error.ts'

const CODES: Record<MediaErrorCode, ErrorCode> = {
  CLOSED: 'MEDIA',
  ROOM_DIED: 'MEDIA',
  NO_WORKER: 'MEDIA',
  PORT_IN_USE: 'MEDIA',
  TRANSPORT_NOT_FOUND: 'NOT_FOUND',
  PRODUCER_NOT_FOUND: 'NOT_FOUND',
  CONSUMER_NOT_FOUND: 'NOT_FOUND',
  WRONG_DIRECTION: 'INVALID',
  WRONG_KIND: 'INVALID',
  CANNOT_CONSUME: 'INVALID',
  INVALID_PARAMETERS: 'INVALID',
  TRANSPORT_QUOTA: 'QUOTA',
  PRODUCER_QUOTA: 'QUOTA',
  CONSUMER_QUOTA: 'QUOTA',
  PEER_QUOTA: 'QUOTA',
}

const WORDS: Partial<Record<ErrorCode, string>> = {
  MEDIA: '音视频正在恢复，请稍候。',
  NOT_FOUND: '这一路音视频已经不在了。',
  INVALID: '浏览器给的音视频参数不能用。',
  QUOTA: '音视频的路数已满。',
}

/** Runs one step with media and answers its refusals in the contract's codes. */
export async function withMedia<T>(step: () => T | Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (!(cause instanceof MediaError)) throw cause
    const code = CODES[cause.code]
    throw new AppError(code, WORDS[code] ?? cause.message, { cause })
  }
}
