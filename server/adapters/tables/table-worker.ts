/** Reads one table beside the process: a live room must not wait for a city's list, nor fall with a malicious one. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '#core/contract/errors.ts'
import { readTable } from './read-table.ts'
import type { TableOrder, TableAnswer } from './worker-table-reader.ts'

const { bytes, maxRows } = workerData as TableOrder

function answer(): TableAnswer {
  try {
    return { ok: true, rows: readTable(bytes, { maxRows }) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, code: error.code, message: error.message }
  }
}

parentPort?.postMessage(answer())
