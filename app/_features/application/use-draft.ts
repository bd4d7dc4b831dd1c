import { useEffect, useState, useSyncExternalStore } from 'react'
import { applicationForm, type ApplicationForm, type OwnApplication } from '#core/contract/applications.ts'
import { DraftKeeper } from '#app/_client/draft-keeper.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { createKeptCopy } from '#app/_client/kept-copy.ts'

interface DraftStart {
  personId: string
  application: OwnApplication | null
  beginning: ApplicationForm
}

/** What is typed into one's application, saved by itself; what this browser kept of an earlier visit is in it. */
export function useDraft({ personId, application, beginning }: DraftStart) {
  const [copy] = useState(() => createKeptCopy(`application.${personId}`, applicationForm))
  const [keeper] = useState(
    () =>
      new DraftKeeper<ApplicationForm>({
        start: {
          form: application?.form ?? beginning,
          version: application?.version ?? 0,
          id: application?.applicationId ?? null,
        },
        save: async (draft) => {
          const { applicationId, version } = await httpRequest('application.save', draft)
          return { id: applicationId, version }
        },
        keepCopy: copy.write,
        nowEpochMs: Date.now,
      }),
  )
  const draft = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot)

  useEffect(() => {
    const kept = copy.read()
    if (kept !== null && kept.version === keeper.snapshot().version) keeper.change(kept.form)
    else if (kept !== null) keeper.bringBack(kept.form)
    return () => keeper.close()
  }, [copy, keeper])

  return {
    ...draft,
    change: (patch: Partial<ApplicationForm>) => keeper.change(patch),
    settle: (options?: { evenUntouched: boolean }) => keeper.settle(options),
    /** What is on the server's disk by now. */
    newest: () => {
      const { id, version } = keeper.snapshot()
      return { applicationId: id ?? '', version }
    },
    /** The other place's is given up. */
    keepMine: async () => {
      const { application: newest } = await httpRequest('application.mine', {})
      return keeper.insist({ version: newest?.version ?? 0, id: newest?.applicationId ?? null })
    },
    /** What was typed here is given up. */
    takeTheirs: () => {
      copy.write(null)
      window.location.reload()
    },
  }
}
