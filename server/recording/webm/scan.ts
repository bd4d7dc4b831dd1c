import { readBytes } from '../file-bytes.ts'
import type { Fragment } from '../finished-media.ts'
import { ID, readElement } from './ebml.ts'

const PROBE_BYTES = 64
/** A frame whose end nothing tells. */
const USUAL_FRAME_MS = 33

type Cluster = Fragment & { firstBlockOffsetBytes: number }

/** The whole clusters from `offsetBytes` on; it stops before anything torn. Each lasts until the next begins. */
export function scanWebm(fd: number, { offsetBytes, fileBytes }: { offsetBytes: number; fileBytes: number }) {
  const clusters: Cluster[] = []
  let endBytes = offsetBytes
  for (;;) {
    const cluster = readCluster(fd, { offsetBytes: endBytes })
    if (!cluster || cluster.offsetBytes + cluster.sizeBytes > fileBytes) break
    const before = clusters.at(-1)
    if (before) before.durationMs = cluster.startMs - before.startMs
    clusters.push(cluster)
    endBytes += cluster.sizeBytes
  }
  const last = clusters.at(-1)
  if (last) last.durationMs = measureCluster(fd, last)
  return {
    endBytes,
    fragments: clusters.map(({ firstBlockOffsetBytes: _, ...fragment }): Fragment => fragment),
  }
}

function readCluster(fd: number, { offsetBytes }: { offsetBytes: number }): Cluster | undefined {
  const bytes = readBytes(fd, { offsetBytes, sizeBytes: PROBE_BYTES })
  const cluster = readElement(bytes, { offset: 0 })
  if (cluster?.id !== ID.cluster || cluster.contentBytes === 'unknown') return undefined
  const timestamp = readElement(bytes, { offset: cluster.contentOffsetBytes })
  if (timestamp?.id !== ID.timestamp || timestamp.contentBytes === 'unknown') return undefined
  const blockAt = timestamp.contentOffsetBytes + timestamp.contentBytes
  const block = readElement(bytes, { offset: blockAt })
  if (block?.id !== ID.simpleBlock) return undefined
  return {
    offsetBytes,
    sizeBytes: cluster.contentOffsetBytes + cluster.contentBytes,
    startMs: bytes.readUIntBE(timestamp.contentOffsetBytes, timestamp.contentBytes),
    durationMs: 0,
    keyframe: ((bytes[block.contentOffsetBytes + 3] ?? 0) & 0x80) !== 0,
    firstBlockOffsetBytes: offsetBytes + blockAt,
  }
}

/** Walks the blocks of a cluster: its last frame is taken to last as long as the one before. */
function measureCluster(fd: number, cluster: Cluster): number {
  const end = cluster.offsetBytes + cluster.sizeBytes
  let lastMs = 0
  let frameMs = USUAL_FRAME_MS
  for (let offset = cluster.firstBlockOffsetBytes; offset < end;) {
    const bytes = readBytes(fd, { offsetBytes: offset, sizeBytes: PROBE_BYTES })
    const block = readElement(bytes, { offset: 0 })
    if (block?.id !== ID.simpleBlock || block.contentBytes === 'unknown') break
    const timeMs = bytes.readInt16BE(block.contentOffsetBytes + 1)
    if (timeMs > lastMs) frameMs = timeMs - lastMs
    lastMs = timeMs
    offset += block.contentOffsetBytes + block.contentBytes
  }
  return lastMs + frameMs
}
