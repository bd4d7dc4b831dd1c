import { poolOptions } from './pool-options.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'

// A server to be killed: says which workers it has, then lives until it is told otherwise.
const pool = await WorkerPool.create(poolOptions({ block: 1, workers: 2 }))
process.stdout.write(`${JSON.stringify(pool.health().map(({ pid }) => pid))}\n`)
