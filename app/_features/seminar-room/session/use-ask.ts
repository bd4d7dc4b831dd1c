import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { RequestError } from '#app/_client/request-error.ts'
import { showToast } from '#app/_ui/toast-queue.ts'
import type { RoomInput, RoomRequestName } from '#core/contract/room-requests.ts'
import { useSeminar } from './seminar-context.tsx'

/** Asks the server for something; what it refuses is said in a toast. Resolves to whether it was done. */
export function useAsk() {
  const { room } = useSeminar()
  const tell = useTellFailure()
  return useCallback(
    async <N extends RoomRequestName>(name: N, input: RoomInput<N>): Promise<boolean> => {
      try {
        await room.request(name, input)
        return true
      } catch (error) {
        tell(error)
        return false
      }
    },
    [room, tell],
  )
}

/** Says a failed request in the reader's language. Anything else is a bug and thrown on. */
export function useTellFailure() {
  const t = useTranslations('room')
  const locale = useLocale()
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof RequestError)) throw error
      // What a rule of the domain says is more exact than its code.
      const own = error.code === 'INVALID' || error.code === 'QUOTA' || error.code === 'CONFLICT'
      const text = own && locale === 'zh-CN' ? error.message : t(`errors.${error.code}`)
      showToast({ kind: 'error', text })
    },
    [t, locale],
  )
}
