'use client'

import { useTranslations } from 'next-intl'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { recordedAt, type RecordedAt } from '#app/_client/replay/recorded-at.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Button } from '#app/_ui/button.tsx'
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
  const person = usePlayerState(({ positionMs }) =>
    participantId === null ? undefined : history.stateAt(positionMs).participants[participantId],
  )
  return (
    <div data-theme="dark" className="absolute inset-0 grid place-content-center justify-items-center gap-3 px-6">
      {kept !== 'here' && <p className="text-ui text-[#bdb7aa]">{t(WORDS[kept])}</p>}
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

const WORDS = {
  elsewhere: 'notRecorded',
  failed: 'recordingFailed',
  'not-yet': 'notRecordedYet',
  never: 'neverRecorded',
} as const satisfies Record<Exclude<RecordedAt['kind'], 'here'>, string>
