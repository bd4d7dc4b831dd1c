import { z } from 'zod'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { holds, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { canStep, isWritable } from '#core/domain/resource/resource-step.ts'
import { maskOfParts } from '#core/domain/resource/view-coverage.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import type { People } from '../people/ports.ts'
import { requirePerson } from '../require-person.ts'
import type { ResourceQuery } from './ports.ts'
import { findResource, presentResource, type ResourceDeps } from './resource-door.ts'

type Reading = Pick<ResourceDeps, 'resources'>

const position = z.tuple([z.number(), z.string()])

/** Studios that the actor leads: the same as `resource.decide` of the policy. */
const ledBy = (actor: Actor): string[] =>
  actor.kind === 'person'
    ? actor.grants.filter(({ role, scope }) => role === 'master' && scope === 'studio').map(({ scopeId }) => scopeId)
    : []

export async function listResources(
  { resources }: Reading,
  actor: Actor,
  { show, filter, search, cursor, limit }: HttpParsedInput<'resources.list'>,
): Promise<HttpOutput<'resources.list'>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, position)
  const found = await resources.list({
    ...{ filter, after, limit: limit + 1, show: shownTo(actor, show) },
    search: search === '' ? undefined : search,
  })
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ atEpochMs, id }) => [atEpochMs, id] })
  return { items: rows.map(presentResource), nextCursor }
}

function shownTo(actor: Actor, show: HttpParsedInput<'resources.list'>['show']): ResourceQuery['show'] {
  switch (show) {
    case 'published':
      return { kind: 'published' }
    case 'own':
      return { kind: 'own', uploaderId: requirePerson(actor).personId }
    case 'waiting':
      return { kind: 'waiting', studioIds: ledBy(actor) }
    default:
      return show satisfies never
  }
}

export async function resourcePlaces(
  { people }: { people: People },
  actor: Actor,
): Promise<HttpOutput<'resources.places'>> {
  const { personId } = requirePerson(actor)
  const studios = await people.studiosOf(personId)
  const scope = (id: string) => ({ kind: 'studio' as const, id })
  return {
    studios: studios
      .map(({ id, name }) => ({ id, name, leads: holds(actor, 'master', scope(id)) }))
      .filter(({ id, leads }) => leads || holds(actor, 'member', scope(id))),
  }
}

export async function getResource(
  deps: Reading,
  actor: Actor,
  { resourceId }: HttpParsedInput<'resource.get'>,
): Promise<HttpOutput<'resource.get'>> {
  const { record, resource } = await findResource(deps, actor, resourceId)
  const { state, summary, edition, volume, unit, licence, activity, reason, version, versions, meanCoverage } = record
  const writes = can(actor, 'resource.write', resource)
  const decides = can(actor, 'resource.decide', resource)
  return {
    ...presentResource(record),
    ...{ summary, edition, volume, unit, licence, reason, version, meanCoverage },
    // What is still a draft nobody else has to know of.
    activity: activity === null || (activity.isDraft && !writes) ? null : { id: activity.id, title: activity.title },
    downloadsFor: record.downloads,
    versions: versions.map(({ number, fileName, note, addedBy, addedAtEpochMs, file }) => ({
      ...{ number, fileName, note, addedBy, sizeBytes: file.sizeBytes, shape: file.shape },
      addedAt: new Date(addedAtEpochMs).toISOString(),
    })),
    preview: previewOf(record.versions[0]?.file),
    may: {
      change: writes && (isWritable(state) || decides),
      addVersion: state !== 'withdrawn' && can(actor, 'resource.add-version', resource),
      submit: writes && canStep(state, 'submit'),
      decide: decides && state === 'submitted',
      withdraw: canStep(state, 'withdraw') && can(actor, 'resource.withdraw', resource),
      discard: writes && canStep(state, 'discard'),
      download: can(actor, 'resource.download', resource),
    },
  }
}

type Preview = HttpOutput<'resource.get'>['preview']

/** Sound, film and PDF are shown as they are; a picture or an Office file as what a job has made of it. */
function previewOf(file: { shape: string; preview: Preview; shownKey: string | null } | undefined): Preview {
  if (file === undefined) return 'none'
  if (file.shape !== 'office' && file.shape !== 'picture') return 'ready'
  return file.preview === 'ready' && file.shownKey === null ? 'none' : file.preview
}

export async function noteResourceView(
  deps: Reading,
  actor: Actor,
  { resourceId, parts }: HttpParsedInput<'resource.note-view'>,
): Promise<HttpOutput<'resource.note-view'>> {
  const { record } = await findResource(deps, actor, resourceId)
  // Guests are not counted: nobody could tell one of them from another.
  if (actor.kind === 'person' && record.state === 'published' && record.uploader.id !== actor.personId)
    await deps.resources.noteView({ resourceId, personId: actor.personId, parts: maskOfParts(parts) })
  return {}
}
