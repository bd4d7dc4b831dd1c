import type { HttpRequestName } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { createApplicationDeps } from '#server/start-applications.ts'
import { saveApplication, submitApplication } from '#server/usecases/applications/write-application.ts'
import type { TestCity } from '#tests/support/city/test-city.ts'
import { fullForm } from './full-form.ts'

type AboutApplications = Extract<HttpRequestName, `application.${string}` | `applications.${string}`>

export const isAboutApplications = (name: HttpRequestName): name is AboutApplications =>
  name.startsWith('application.') || name.startsWith('applications.')

export interface AskedApplication {
  inputFor(name: AboutApplications): unknown
  /** What the policy says as it stands now; undefined where it is permitted. */
  refusal(actor: Actor, needs: 'application.see' | 'application.write'): Promise<string | undefined>
}

/** An application of somebody's, handed in, for a test that asks about it in every role. */
export async function applicationToAskAbout(
  city: TestCity,
  { applicant, schoolId }: { applicant: string; schoolId: string },
): Promise<AskedApplication> {
  const deps = createApplicationDeps(city)
  const actor = await city.actorOf(applicant)
  const saved = await saveApplication(deps, actor, { version: 0, form: fullForm(schoolId) })
  const { applicationId } = saved
  await city.database.studioApplication.update({ where: { id: applicationId }, data: { photoKey: 'a-photo' } })
  await submitApplication(deps, actor, saved)
  const inputs: Record<AboutApplications, unknown> = {
    'application.mine': {},
    'application.schools': { query: '中学' },
    'application.save': { version: 0, form: {} },
    'application.submit': { applicationId, version: 2 },
    'application.withdraw': { applicationId, version: 2 },
    'application.get': { applicationId },
    'applications.list': {},
    'applications.decide': { items: [{ applicationId, version: 2 }], decision: 'return', reason: '请补充。' },
  }
  return {
    inputFor: (name) => inputs[name],
    refusal: async (asker, needs) => {
      const { applicantId, districtId, state } = await city.database.studioApplication.findUniqueOrThrow({
        where: { id: applicationId },
        select: { applicantId: true, districtId: true, state: true },
      })
      const resource = { kind: 'application', applicantId, districtId, isHandedIn: state !== 'draft' } as const
      if (can(asker, needs, resource)) return undefined
      if (!can(asker, 'application.see', resource)) return 'NOT_FOUND'
      return asker.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
    },
  }
}
