import { AppError } from '#core/contract/errors.ts'
import type { ApplicationField } from '#core/contract/applications.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { isWritten, whyNot } from '#core/domain/application/application-states.ts'
import { checkForm, type FormProblem } from '#core/domain/application/check-form.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { requirePerson } from '../require-person.ts'
import { lockApplication, resourceOfHead, takeStep, type ApplicationDeps } from './application-door.ts'

const movedOn = () => new AppError('CONFLICT', '这份申请在别处改过。您写的还在，请选用哪一份。')

/** Keeps what is typed, whatever it lacks. */
export async function saveApplication(
  { applications, applicationTransactions, clock, ids }: ApplicationDeps,
  actor: Actor,
  { version, form }: HttpParsedInput<'application.save'>,
): Promise<HttpOutput<'application.save'>> {
  const { personId } = requirePerson(actor)
  const newest = version === 0 ? null : await applications.newestOf(personId)
  return applicationTransactions.run(async ({ applications: writes }) => {
    if (version === 0) {
      const id = ids.next()
      const begun = await writes.begin({ id, applicantId: personId, form, atEpochMs: clock.nowEpochMs() })
      if (!begun) throw movedOn()
      return { applicationId: id, version: 1 }
    }
    const head = newest === null ? null : await writes.lock(newest.id)
    if (head === null) throw movedOn()
    if (!isWritten(head.state)) throw new AppError('CONFLICT', whyNot(head.state))
    if (!(await writes.save(head.id, { version, form }))) throw movedOn()
    return { applicationId: head.id, version: version + 1 }
  })
}

/** Hands it in: what is decided on is what it is now, whatever becomes of the draft. */
export async function submitApplication(
  deps: ApplicationDeps,
  actor: Actor,
  { applicationId, version }: HttpParsedInput<'application.submit'>,
): Promise<HttpOutput<'application.submit'>> {
  return deps.applicationTransactions.run(async (writes) => {
    const head = await lockApplication(writes.applications, actor, applicationId)
    const { form, photoKey } = head
    assertCan(actor, 'application.write', resourceOfHead(head))
    if (!isWritten(head.state)) throw new AppError('CONFLICT', whyNot(head.state))
    const school = form.schoolId === null ? null : await deps.applications.school(form.schoolId)
    const [problem] = checkForm(form, { hasPhoto: photoKey !== null })
    if (problem !== undefined) throw incomplete(...problem)
    if (school === null) throw incomplete('schoolId', 'missing')
    const handedIn = { form, schoolId: school.id, districtId: school.districtId, photoKey }
    await takeStep(deps, actor, writes, { head, step: 'submit', version, more: { handedIn } })
    return { version: version + 1 }
  })
}

export async function withdrawApplication(
  deps: ApplicationDeps,
  actor: Actor,
  { applicationId, version }: HttpParsedInput<'application.withdraw'>,
): Promise<HttpOutput<'application.withdraw'>> {
  return deps.applicationTransactions.run(async (writes) => {
    const head = await lockApplication(writes.applications, actor, applicationId)
    assertCan(actor, 'application.write', resourceOfHead(head))
    await takeStep(deps, actor, writes, { head, step: 'withdraw', version })
    return { version: version + 1 }
  })
}

const PROBLEMS: Record<FormProblem, string> = {
  missing: '申请还没有填完，请补上。',
  short: '个人简介不足 250 字，请补充。',
  long: '个人简介超过了 350 字，请精简。',
  shape: '出生年月请写成 1980-05 这样。',
}

const incomplete = (field: ApplicationField, problem: FormProblem) =>
  new AppError('INVALID', PROBLEMS[problem], { field })
