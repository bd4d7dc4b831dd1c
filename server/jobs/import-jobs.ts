import { z } from 'zod'
import type { ImportJobs } from '#server/usecases/import/ports.ts'
import { jobTask, type JobKind, type JobQueue, type JobTask } from './job-queue.ts'

const IMPORT: JobKind<{ batchId: string }> = { name: 'import-people', order: z.object({ batchId: z.string() }) }

export const importJobs = (queue: JobQueue): ImportJobs => ({
  orderImport: (batchId) => queue.order(IMPORT, { batchId }, { key: batchId }),
})

export interface ImportTask {
  run(batchId: string): Promise<void>
  giveUp(batchId: string): Promise<void>
}

export const importTask = ({ run, giveUp }: ImportTask): JobTask =>
  jobTask(IMPORT, { run: ({ batchId }) => run(batchId), giveUp: ({ batchId }) => giveUp(batchId) })
