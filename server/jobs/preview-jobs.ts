import { z } from 'zod'
import type { PreviewJobs } from '#server/usecases/resources/ports.ts'
import { jobTask, type JobKind, type JobQueue, type JobTask } from './job-queue.ts'

const PREVIEW: JobKind<{ sha256: string }> = { name: 'make-preview', order: z.object({ sha256: z.string() }) }

export const previewJobs = (queue: JobQueue): PreviewJobs => ({
  order: (sha256) => queue.order(PREVIEW, { sha256 }, { key: sha256 }),
})

export const previewTask = (
  run: (order: { sha256: string; signal?: AbortSignal | undefined }) => Promise<void>,
): JobTask => jobTask(PREVIEW, { run: ({ sha256 }, signal) => run({ sha256, signal }) })
