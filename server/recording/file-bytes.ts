import { readSync, writeSync } from 'node:fs'

/** Reads up to `sizeBytes` at `offsetBytes`; shorter only at the end of the file. */
export function readBytes(fd: number, { offsetBytes, sizeBytes }: { offsetBytes: number; sizeBytes: number }): Buffer {
  const bytes = Buffer.alloc(sizeBytes)
  let filled = 0
  while (filled < sizeBytes) {
    const count = readSync(fd, bytes, filled, sizeBytes - filled, offsetBytes + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

/** Writes all of `bytes`, however many calls it takes. */
export function writeBytes(fd: number, { bytes, offsetBytes }: { bytes: Buffer; offsetBytes: number }): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(fd, bytes, written, bytes.length - written, offsetBytes + written)
  }
}
