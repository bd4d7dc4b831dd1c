import type { WorkerPoolOptions } from '#server/media/worker-pool.ts'

/**
 * Ports of these tests: one block of 20 media and 100 plain RTP ports for each file, so that files may run side by side. Below
 * those that the system gives to outgoing connections (from 32768 on): one of them had taken 43001.
 */
export function poolOptions({ block, workers = 1 }: { block: number; workers?: number }): WorkerPoolOptions {
  return {
    workers,
    firstPort: 13_000 + block * 20,
    listenIp: '127.0.0.1',
    announcedAddress: null,
    plainPorts: { min: 13_200 + block * 100, max: 13_299 + block * 100 },
  }
}
