import { readBoxHeader } from './boxes.ts'
import { readFragmentTable, type FragmentTable } from './read-fragment.ts'
import { readBytes } from '../file-bytes.ts'

/** Holds the `moof` of a usual fragment and the header of its `mdat`, so that one read is enough. */
const PROBE_BYTES = 2_048

export type Mp4Fragment = {
  offsetBytes: number
  sizeBytes: number
  dataOffsetBytes: number
  table: FragmentTable
}

/** The whole fragments from `offsetBytes` on; it stops before anything torn. */
export function scanMp4(fd: number, { offsetBytes, fileBytes }: { offsetBytes: number; fileBytes: number }) {
  const fragments: Mp4Fragment[] = []
  let endBytes = offsetBytes
  for (;;) {
    const fragment = readFragment(fd, { offsetBytes: endBytes })
    if (!fragment || fragment.offsetBytes + fragment.sizeBytes > fileBytes) return { fragments, endBytes }
    fragments.push(fragment)
    endBytes += fragment.sizeBytes
  }
}

function readFragment(fd: number, { offsetBytes }: { offsetBytes: number }): Mp4Fragment | undefined {
  let bytes = readBytes(fd, { offsetBytes, sizeBytes: PROBE_BYTES })
  const moof = readBoxHeader(bytes, { offset: 0 })
  if (moof?.type !== 'moof') return undefined
  if (moof.sizeBytes + 8 > bytes.length) bytes = readBytes(fd, { offsetBytes, sizeBytes: moof.sizeBytes + 8 })
  const mdat = readBoxHeader(bytes, { offset: moof.sizeBytes })
  const table = readFragmentTable(bytes.subarray(moof.headerBytes, moof.sizeBytes))
  if (mdat?.type !== 'mdat' || !table) return undefined
  return {
    offsetBytes,
    sizeBytes: moof.sizeBytes + mdat.sizeBytes,
    dataOffsetBytes: offsetBytes + moof.sizeBytes + mdat.headerBytes,
    table,
  }
}
