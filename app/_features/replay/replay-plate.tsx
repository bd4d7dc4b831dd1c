'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { httpRequest } from '#app/_client/http-client.ts'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { recordedAt, type RecordedAt } from '#app/_client/replay/recorded-at.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Button } from '#app/_ui/button.tsx'
import { showToast } from '#app/_ui/toast-queue.ts'
import { usePlayerState, useReplay } from './replay-context.ts'

/** What stands where no picture is: who speaks, by name; or why there is none, and where there is one. */
export function ReplayPlate({ participantId }: { participantId: string | null }) {
  const t = useTranslations('replay')
  const { manifest, history, player } = useReplay()
  const kept = usePlayerState(({ positionMs }) => recordedAt(manifest, positionMs).kind)
  const goToMs = usePlayerState(({ positionMs }) => {
    const at = recordedAt(manifest, positionMs)
    return at.kind === 'elsewhere' ? at.nearestMs : null
  })
  const failedId = usePlayerState(({ positionMs }) => {
    const at = recordedAt(manifest, positionMs)
    return at.kind === 'failed' ? at.recordingId : null
  })
  const failure = manifest.recordings.find(({ id }) => id === failedId)?.failure ?? 'other'
  const person = usePlayerState(({ positionMs }) =>
    participantId === null ? undefined : history.stateAt(positionMs).participants[participantId],
  )
  return (
    <div
      data-theme="dark"
      className="absolute inset-0 grid place-content-center justify-items-center gap-3 px-6 phone:px-4"
    >
      {kept !== 'here' && (
        <p className="max-w-90 text-center text-ui text-pretty whitespace-pre-line text-[#bdb7aa]">
          {t(kept === 'failed' ? failedWords(failure, { isEmpty: manifest.tracks.length === 0 }) : WORDS[kept])}
        </p>
      )}
      {failedId !== null && manifest.may.finishAgain && <FinishAgain key={failedId} recordingId={failedId} />}
      {goToMs !== null && (
        // The picture under it plays and pauses on a click.
        <span onClick={(event) => event.stopPropagation()}>
          <Button size="small" onPress={() => player.seek(goToMs)}>
            {t('toRecorded', { at: momentWords(goToMs) })}
          </Button>
        </span>
      )}
      {kept === 'here' && person !== undefined && (
        <>
          <Avatar name={person.name} size="huge" colour={person.colour} />
          <p className="font-song text-h3 text-[#f3efe6]">{person.name}</p>
        </>
      )}
    </div>
  )
}

/** For who is answerable for it: the work is ordered anew, once for each visit. */
function FinishAgain({ recordingId }: { recordingId: string }) {
  const t = useTranslations('replay')
  const [state, setState] = useState<'idle' | 'asking' | 'ordered'>('idle')
  const ask = async () => {
    setState('asking')
    try {
      await httpRequest('replay.finish-again', { recordingId })
      setState('ordered')
    } catch (error) {
      // Somebody else has ordered it: that is what was wanted.
      const isOrdered = error instanceof RequestError && error.code === 'CONFLICT'
      setState(isOrdered ? 'ordered' : 'idle')
      if (!isOrdered) showToast({ kind: 'error', text: t('notFinishedAgain') })
    }
  }
  if (state === 'ordered') return <p className="text-ui text-[#f3efe6]">{t('finishingAgain')}</p>
  return (
    // The picture under it plays and pauses on a click.
    <span onClick={(event) => event.stopPropagation()}>
      <Button size="small" isDisabled={state === 'asking'} onPress={() => void ask()}>
        {t('finishAgain')}
      </Button>
    </span>
  )
}

function failedWords(failure: 'disk-full' | 'other', { isEmpty }: { isEmpty: boolean }) {
  if (failure === 'disk-full') return 'recordingFailedDiskFull'
  return isEmpty ? 'recordingFailedEmpty' : 'recordingFailed'
}

const WORDS = {
  elsewhere: 'notRecorded',
  'not-yet': 'notRecordedYet',
  never: 'neverRecorded',
} as const satisfies Record<Exclude<RecordedAt['kind'], 'here' | 'failed'>, string>
