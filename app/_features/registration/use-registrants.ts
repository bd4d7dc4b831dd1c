import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { Registrant } from '#core/contract/registrations.ts'
import type { RegistrationDecision } from '#core/domain/registration/registration-steps.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'

type List = HttpOutput<'registrations.list'>
type Asked = { activityId: string; state: Registrant['state'] | undefined; first: List }

/** The list so far, and what is done with it. After a decision, or one that somebody else was quicker with, it is read anew. */
export function useRegistrants({ activityId, state, first }: Asked) {
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const router = useRouter()
  const [page, setPage] = useState(first)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  /** Whether it was done; why not is in `failure`. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    if (isBusy) return false
    setIsBusy(true)
    try {
      await work()
      setFailure(null)
      return true
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setFailure(locale === 'zh-CN' ? error.message : errors(error.code))
      return false
    } finally {
      setIsBusy(false)
    }
  }
  const read = (cursor?: string) => httpRequest('registrations.list', { activityId, state, cursor })
  const readAnew = async () => {
    setPage(await read())
    // The numbers beside the list are the server's.
    router.refresh()
  }

  return {
    page,
    isBusy,
    failure,
    more: () =>
      attempt(async () => {
        const next = await read(page.nextCursor ?? undefined)
        setPage({ ...next, items: [...page.items, ...next.items] })
      }),
    decide: (people: readonly Registrant[], { decision, reason }: { decision: RegistrationDecision; reason: string }) =>
      attempt(async () => {
        try {
          await httpRequest('registrations.decide', {
            activityId,
            decision,
            reason,
            people: people.map(({ person, version }) => ({ personId: person.id, version })),
          })
        } catch (error) {
          if (error instanceof RequestError && error.code === 'CONFLICT') await readAnew()
          throw error
        }
        await readAnew()
      }),
  }
}
