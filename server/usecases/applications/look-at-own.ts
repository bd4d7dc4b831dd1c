import { applicationForm, type ApplicationForm } from '#core/contract/applications.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { isWritten, transitionOf } from '#core/domain/application/application-states.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import type { ApplicationDeps } from './application-door.ts'
import { photoUrlOf } from './application-photos.ts'
import type { Beginner } from './ports.ts'
import { presentStanding } from './present-application.ts'

const SCHOOLS_MAX = 20

type Deps = Pick<ApplicationDeps, 'applications'>

export async function getOwnApplication({ applications }: Deps, actor: Actor): Promise<HttpOutput<'application.mine'>> {
  const { personId } = requirePerson(actor)
  const [record, beginner] = await Promise.all([applications.newestOf(personId), applications.beginner(personId)])
  const beginning = { form: formFor(beginner), schoolName: beginner?.school?.name ?? '' }
  if (record === null) return { application: null, beginning }
  const { state, form, handedIn } = record
  const isBeingWritten = isWritten(state)
  const chosen = isBeingWritten && form.schoolId !== null ? await applications.school(form.schoolId) : null
  const hasDistrict = (handedIn?.districtId ?? null) !== null
  return {
    beginning,
    application: {
      ...presentStanding(record),
      ...{ state, form, photoUrl: photoUrlOf(record.photoKey) },
      handedIn: handedIn === null ? null : { form: handedIn.form, photoUrl: photoUrlOf(handedIn.photoKey) },
      schoolName: isBeingWritten ? (chosen?.name ?? '') : record.schoolName,
      may: { edit: isBeingWritten, withdraw: transitionOf(state, 'withdraw', { hasDistrict }) !== null },
    },
  }
}

/** What is known already need not be typed. */
function formFor(beginner: Beginner | null): ApplicationForm {
  if (beginner === null) return applicationForm.parse({})
  const [title] = beginner.titles
  const kind = title?.kind ?? 'teacher'
  return applicationForm.parse({
    ...(title === undefined ? {} : { kind, level: title.level }),
    name: `${beginner.name}${kind === 'teacher' ? '名师' : '名校长'}工作室`,
    subject: beginner.subject ?? '',
    post: beginner.post ?? '',
    schoolId: beginner.school?.id ?? null,
  })
}

export async function findSchools(
  { applications }: Deps,
  actor: Actor,
  { query }: HttpParsedInput<'application.schools'>,
): Promise<HttpOutput<'application.schools'>> {
  requirePerson(actor)
  return { schools: await applications.schools(query, { limit: SCHOOLS_MAX }) }
}
