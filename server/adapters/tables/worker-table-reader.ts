import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '#core/contract/errors.ts'
import type { TableRow } from '#core/domain/import/columns.ts'
import type { TableReader } from '#server/usecases/import/ports.ts'
import { notReadable } from './table-error.ts'

/** A city's list takes about two seconds. */
const DEADLINE_MS = 30_000
const MEMORY_MAX_MB = 768

export interface TableOrder {
  bytes: Uint8Array
  maxRows: number
}

export type TableAnswer = { ok: true; rows: TableRow[] } | { ok: false; code: ErrorCode; message: string }

/** Reads tables in a thread each, with a limit on time and memory. */
export const workerTableReader: TableReader = {
  read: async (bytes, { maxRows }) => {
    const order: TableOrder = { bytes, maxRows }
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
    })
    try {
      const answer = await answerOf(worker)
      if (answer.ok) return answer.rows
      throw new AppError(answer.code, answer.message, { field: 'file' })
    } finally {
      await worker.terminate()
    }
  },
}

function answerOf(worker: Worker): Promise<TableAnswer> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(notReadable(new Error('the table took too long'))), DEADLINE_MS)
    worker.once('message', (answer: TableAnswer) => resolve(answer))
    // Too little memory for it, or a bug in reading it: it is the file that cannot be read.
    worker.once('error', (error) => reject(notReadable(error)))
    worker.once('exit', () => {
      clearTimeout(deadline)
      reject(notReadable(new Error('the reader ended without an answer')))
    })
  })
}
