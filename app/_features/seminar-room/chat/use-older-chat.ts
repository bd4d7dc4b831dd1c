import { useState } from 'react'
import { useRoom, useSeminar } from '../session/seminar-context.tsx'
import { useTellFailure } from '../session/use-ask.ts'

/** The next page of what was said before; one at a time. */
export function useOlderChat(): { hasMore: boolean; isBusy: boolean; load: () => void } {
  const { room } = useSeminar()
  const hasMore = useRoom((state) => state.chatHasMore)
  const [isBusy, setIsBusy] = useState(false)
  const tell = useTellFailure()
  const load = () => {
    if (isBusy || !hasMore) return
    setIsBusy(true)
    void room
      .loadOlderChat()
      .catch(tell)
      .finally(() => setIsBusy(false))
  }
  return { hasMore, isBusy, load }
}
