const KEY = /^[^/\0\\]+(?:\/[^/\0\\]+)*$/u
const MAX_BYTES = 900

/** Throws for what is not a key of ours: keys never come from outside, so this is a bug and no answer for people. */
export function assertObjectKey(key: string): void {
  const parts = key.split('/')
  if (!KEY.test(key) || Buffer.byteLength(key) > MAX_BYTES || parts.some((part) => part === '.' || part === '..')) {
    throw new Error(`not an object key: ${JSON.stringify(key)}`)
  }
}
