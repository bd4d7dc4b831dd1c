import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import {
  RESOURCE_TITLE_MAX_CHARS,
  type ResourceInput,
  type ResourceKind,
  type FileShape,
} from '#core/contract/resources.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { requirePerson } from '../require-person.ts'
import { findUpload, keepUpload } from './keep-upload.ts'
import type { NewStoredFile, ResourceWrites } from './ports.ts'
import { assertActivity, changedSince, findResource, type ResourceDeps } from './resource-door.ts'

const KIND_OF_SHAPE: Record<FileShape, ResourceKind> = {
  picture: 'material',
  audio: 'material',
  video: 'lesson-video',
  pdf: 'material',
  office: 'material',
}

/** The file's name without its ending, as a first title. */
function titleOf(fileName: string): string {
  const name = fileName
    .replace(/\.[^.]{1,8}$/, '')
    .replaceAll(/[\p{Cc}]/gu, ' ')
    .trim()
  return [...(name === '' ? fileName : name)].slice(0, RESOURCE_TITLE_MAX_CHARS).join('')
}

/** What can be made to be looked at: nothing of an Office file on a machine that cannot read it, and that the job finds out. */
const previewOf = ({ shape }: NewStoredFile) => (shape === 'audio' ? 'none' : 'waiting')

export async function addResource(
  deps: ResourceDeps,
  actor: Actor,
  { uploadId, studioId, activityId }: HttpParsedInput<'resource.add'>,
): Promise<HttpOutput<'resource.add'>> {
  const facts = await deps.studios.facts(studioId)
  if (facts === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  assertCan(actor, 'studio.add-resource', facts.resource)
  const { personId } = requirePerson(actor)
  const before = await deps.resources.byUpload(uploadId)
  if (before !== null && before.addedById === personId) return { resourceId: before.resourceId }
  await assertActivity(deps, { activityId, studioId, field: 'activityId' })
  const upload = await findUpload(deps, uploadId, personId)
  const file = await keepUpload(deps, uploadId, upload)
  const resourceId = deps.ids.next()
  const atEpochMs = deps.clock.nowEpochMs()
  const input: ResourceInput = {
    ...{ title: titleOf(upload.fileName), summary: '', kind: KIND_OF_SHAPE[file.shape] },
    ...{ subject: '', stage: null, edition: '', volume: '', unit: '' },
    ...{ licence: 'city-teaching', downloads: 'signed-in', activityId },
  }
  const { shape } = file
  await deps.resourceTransactions.run(async (writes) => {
    await keepFile(writes, file, atEpochMs)
    await writes.create({ ...input, id: resourceId, studioId, uploaderId: personId, shape, atEpochMs })
    const { sha256 } = file
    const { fileName } = upload
    const version = { resourceId, number: 1, sha256, fileName, note: '', addedById: personId, uploadId, shape }
    await writes.addVersion({ ...version, addedAtEpochMs: atEpochMs })
    const after = { title: input.title, fileName }
    await writes.audit.write(
      auditEntry(actor, { action: 'resource.add', subject: `resource:${resourceId}`, before: null, after }),
    )
  })
  await settle(deps, uploadId, file)
  return { resourceId }
}

export async function addResourceVersion(
  deps: ResourceDeps,
  actor: Actor,
  { resourceId, uploadId, note }: HttpParsedInput<'resource.add-version'>,
): Promise<HttpOutput<'resource.add-version'>> {
  const { record, resource } = await findResource(deps, actor, resourceId)
  assertCan(actor, 'resource.add-version', resource)
  const { personId } = requirePerson(actor)
  const before = await deps.resources.byUpload(uploadId)
  if (before?.resourceId === resourceId && before.addedById === personId) return { number: before.number }
  if (record.state === 'withdrawn') throw new AppError('CONFLICT', '已经下架的资源不能再传新版本。')
  const upload = await findUpload(deps, uploadId, personId)
  const file = await keepUpload(deps, uploadId, upload)
  if (record.versions[0]?.file.sha256 === file.sha256) {
    await deps.uploads.discard(uploadId)
    throw new AppError('INVALID', '这个文件和现在的一模一样。', { field: 'file' })
  }
  const addedAtEpochMs = deps.clock.nowEpochMs()
  const number = record.fileNumber + 1
  const { sha256, shape } = file
  const { fileName } = upload
  await deps.resourceTransactions.run(async (writes) => {
    await keepFile(writes, file, addedAtEpochMs)
    const moved = await writes.move(resourceId, {
      ...{ version: record.version, to: record.state, reason: record.reason, atEpochMs: null },
    })
    if (!moved) throw changedSince()
    const added = { resourceId, number, sha256, fileName, note, addedById: personId, uploadId, shape }
    await writes.addVersion({ ...added, addedAtEpochMs })
    const subject = `resource:${resourceId}`
    await writes.audit.write(
      auditEntry(actor, { action: 'resource.add-version', subject, before: null, after: { fileName } }),
    )
  })
  await settle(deps, uploadId, file)
  return { number }
}

const keepFile = (writes: ResourceWrites, file: NewStoredFile, createdAtEpochMs: number) =>
  writes.keepFile({ ...file, preview: previewOf(file), createdAtEpochMs })

/** What was acknowledged is written by now: these two can be done again, and a picture of it may come later. */
async function settle(deps: ResourceDeps, uploadId: string, { sha256 }: NewStoredFile): Promise<void> {
  await deps.previews.order(sha256)
  await deps.uploads.discard(uploadId)
}
