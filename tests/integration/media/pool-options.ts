import type { WorkerPoolOptions } from '#server/media/worker-pool.ts'

/** Ports of these tests: one block of 20 media and 100 plain RTP ports for each file, so that files may run side by side. */
export function poolOptions({ block, workers = 1 }: { block: number; workers?: number }): WorkerPoolOptions {
  return {
    workers,
    firstPort: 43_000 + block * 20,
    listenIp: '127.0.0.1',
    announcedAddress: null,
    plainPorts: { min: 43_200 + block * 100, max: 43_299 + block * 100 },
  }
}
