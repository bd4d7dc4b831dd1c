import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFolder } from '#server/lifecycle/data-folder.ts'
import { temporaryDataDir } from '#tests/support/service-process.ts'

describe('the data folder', () => {
  let data: ReturnType<typeof temporaryDataDir>
  beforeEach(() => (data = temporaryDataDir()))
  afterEach(() => data.remove())

  it('[DATA1] is made, and can be opened again after it was closed', async () => {
    const path = join(data.path, 'new', 'folder')
    const first = await DataFolder.open(path)
    first.close()
    const second = await DataFolder.open(path)
    second.close()
  })

  it('[DATA2] is refused while another process has it', async () => {
    const folder = await DataFolder.open(data.path)
    await expect(DataFolder.open(data.path)).rejects.toThrow('正由另一个同课使用')
    folder.close()
  })

  it('[DATA3] a lock of a process that is gone, or of another with the same id, is taken over', async () => {
    for (const holder of [
      { pid: 2 ** 22 - 1, startedAtTicks: '1' },
      { pid: process.pid, startedAtTicks: '1' },
    ]) {
      writeFileSync(join(data.path, 'lock'), JSON.stringify(holder))
      const folder = await DataFolder.open(data.path)
      folder.close()
    }
  })

  it('[DATA4] another version is refused with the version named', async () => {
    writeFileSync(join(data.path, 'VERSION'), '99\n')
    await expect(DataFolder.open(data.path)).rejects.toThrow('另一个版本（99')
  })

  it('[DATA5] a folder with something else in it is refused', async () => {
    mkdirSync(join(data.path, '照片'))
    await expect(DataFolder.open(data.path)).rejects.toThrow('不是同课的数据文件夹')
  })

  it('[DATA6] too little disk space is refused with both figures', async () => {
    await expect(DataFolder.open(data.path, { minFreeBytes: Number.MAX_SAFE_INTEGER })).rejects.toThrow('磁盘空间不足')
  })

  it('[DATA7] a kept secret is long, and the same the next time', async () => {
    const folder = await DataFolder.open(data.path)
    const secret = folder.keptSecret('session-secret')
    folder.close()
    const again = await DataFolder.open(data.path)
    expect(again.keptSecret('session-secret')).toBe(secret)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    again.close()
  })
})
