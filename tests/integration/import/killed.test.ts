import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { importJobs, importTask } from '#server/jobs/import-jobs.ts'
import { JobQueue } from '#server/jobs/job-queue.ts'
import { createImportParts } from '#server/start-imports.ts'
import { openImportCity, type ImportCity } from './import-city.ts'

const PEOPLE = 2_500
const LIST = Array.from({ length: PEOPLE }, (_, i) => [
  `新人${i}`,
  `new.person.${i}`,
  `第${i % 40}中学`,
  '张店区',
  '',
  '',
  '',
  '',
])

let office: ImportCity
beforeEach(async () => {
  office = await openImportCity()
})
afterEach(() => office.close())

/** Dies while it writes; resolves with how. */
async function writeAndDie(batchId: string): Promise<unknown> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'doomed-import.ts'), office.city.databaseUrl, batchId],
    {
      stdio: 'inherit',
    },
  )
  const [, signal] = await once(child, 'exit')
  return signal
}

it('[IMP17] killed in the middle nothing is written; the next process takes it up by itself, and writes it once', async () => {
  const before = await office.snapshot()
  const batchId = await office.upload(LIST)
  await office.ask('import.confirm', { batchId, leavesOutFaulty: false })
  expect(await writeAndDie(batchId)).toBe('SIGKILL')
  expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'writing', doneRows: 1_000 })
  expect(await office.snapshot()).toEqual(before)

  const { city, databaseUrl, database } = office.city
  const queue = await JobQueue.open({ connectionString: databaseUrl, log: city.log })
  try {
    const parts = createImportParts({ database, city, jobs: importJobs(queue) })
    await parts.recover()
    const done = Promise.withResolvers<undefined>()
    const run = async (id: string) => {
      await parts.run(id).then(() => done.resolve(undefined), done.reject)
    }
    await queue.work(importTask({ run, giveUp: (id) => parts.giveUp(id) }))
    await done.promise
  } finally {
    await queue.close()
  }
  expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'written', doneRows: PEOPLE })
  const added = { username: { startsWith: 'new.person.' } }
  expect(await database.user.count({ where: added })).toBe(PEOPLE)
  expect(await database.person.count({ where: { user: added } })).toBe(PEOPLE)
  expect(await database.organisation.count({ where: { name: { startsWith: '第' } } })).toBe(40)
})

it('[IMP17] a job that has failed for good leaves the batch where it stood, and says so', async () => {
  const batchId = await office.upload(LIST.slice(0, 3))
  await office.ask('import.confirm', { batchId, leavesOutFaulty: false })
  await office.city.imports.giveUp(batchId)
  expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'checked', problem: 'failed' })
  await office.ask('import.confirm', { batchId, leavesOutFaulty: false })
  await office.city.imports.run(batchId)
  expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'written', problem: null })
})

it('[IMP18] no question to the database is asked once per row, on the way in or back', async () => {
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const batchId = await office.bring(LIST)
    await office.takeBack(batchId)
    expect(asked.mock.calls.length).toBeGreaterThan(20)
    expect(asked.mock.calls.length).toBeLessThan(120)
  } finally {
    asked.mockRestore()
  }
})
