import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resourceInput } from '#core/contract/resources.ts'
import { addMaterial } from '#server/usecases/resources/materials.ts'
import { addResource } from '#server/usecases/resources/add-resource.ts'
import { changeResource, submitResource } from '#server/usecases/resources/move-resource.ts'
import type { Uploads } from '#server/usecases/resources/ports.ts'
import type { DemoTheme } from './demo-city.ts'

const BEIYING = { edition: '统编版', volume: '八年级上册', unit: '第四单元' }

/** By file among the assets; the last is handed in by a member, and waits for the master. */
const RESOURCES = [
  {
    ...{ asset: 'lesson-plan.pdf', by: '翟雅琴', title: '《背影》第二课时教学设计', kind: 'lesson-plan' },
    summary: '从五个动词入手，把“看见”落到“读懂”。附板书和课后反思，磨课以后改过一次。',
  },
  {
    ...{ asset: 'worksheet.pdf', by: '荆文涛', title: '《背影》学习单', kind: 'exercise' },
    summary: '换词再读、还原动作、一百字。两人一张，课上用。',
  },
  {
    ...{ asset: 'cover-blackboard.jpg', by: '翟雅琴', title: '《背影》板书', kind: 'material' },
    summary: '第二课时下课时的黑板。',
  },
] as const
const STUDIO = '翟雅琴名师工作室'
const FOR_ACTIVITY = '《背影》再上课'

/** What the studio has laid down so far. */
export const fillLibrary: DemoTheme = async ({ library, activities }, city) => {
  const folder = await mkdtemp(join(tmpdir(), 'tongke-demo-'))
  try {
    const studioId = city.idOf('studio', STUDIO)
    for (const { asset, by, title, kind, summary } of RESOURCES) {
      const actor = await city.actorOf(by)
      const deps = { ...library, uploads: assetUpload({ asset, folder, ownerId: actor.personId, title }) }
      const { resourceId } = await addResource(deps, actor, { uploadId: `demo-${asset}`, studioId, activityId: null })
      const input = resourceInput.parse({
        ...{ title, kind, summary, subject: '语文', stage: '初中', ...BEIYING },
        ...{ licence: 'city-teaching', downloads: 'signed-in', activityId: null },
      })
      const { version } = await changeResource(deps, actor, { resourceId, version: 1, input })
      const { state } = await submitResource(deps, actor, { resourceId, version })
      if (state !== 'published') continue
      const activityId = city.idOf('activity', FOR_ACTIVITY)
      await addMaterial({ ...library, activities }, actor, { activityId, resourceId, phase: 'before' })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A copy of a file among the assets, as if somebody had sent it: taking it moves it away. */
function assetUpload({
  asset,
  folder,
  ownerId,
  title,
}: {
  asset: string
  folder: string
  ownerId: string
  title: string
}): Uploads {
  return {
    finished: async () => {
      const path = join(folder, asset)
      await copyFile(join(import.meta.dirname, 'assets', asset), path)
      return {
        ownerId,
        fileName: `${title}${asset.slice(asset.lastIndexOf('.'))}`,
        sizeBytes: (await stat(path)).size,
        path,
      }
    },
    discard: () => Promise.resolve(),
  }
}
