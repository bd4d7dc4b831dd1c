'use client'

import { Headphones, Maximize, Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button as AriaButton } from 'react-aria-components/Button'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { RATES } from '#app/_client/replay/replay-player.ts'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu } from '#app/_ui/menu.tsx'
import { Tooltip } from '#app/_ui/tooltip.tsx'
import { usePlayerState, useReplay, useSecondMs } from './replay-context.ts'

const STEP_MS = 10_000

/** Play, ten seconds back and on, where one is, speed, full screen. */
export function ReplayControls({ onFullscreen }: { onFullscreen: () => void }) {
  const t = useTranslations('replay')
  const { player } = useReplay()
  const isGoing = usePlayerState(({ playing }) => playing.status === 'playing' || playing.status === 'waiting')
  const rate = usePlayerState((state) => state.rate)
  const isListening = usePlayerState((state) => state.isListening)
  const step = (ms: number) => player.seek(player.positionMs() + ms)
  const label = t(isGoing ? 'pause' : 'play')
  return (
    <div
      role="group"
      aria-label={t('controls')}
      className="flex h-12 shrink-0 items-center gap-1.5 whitespace-nowrap text-ink-2 laptop:gap-0.5 phone:gap-0 phone:px-3 in-fullscreen:bg-paper in-fullscreen:px-6"
    >
      <Tooltip text={label} shortcut={t('keys.space')}>
        <AriaButton
          aria-label={label}
          onPress={() => player.toggle()}
          className="touch-area mr-2 grid size-9 phone:mr-1 shrink-0 place-items-center rounded-full bg-ink text-paper"
        >
          <Icon of={isGoing ? Pause : Play} />
        </AriaButton>
      </Tooltip>
      <IconButton
        icon={RotateCcw}
        label={t('back')}
        shortcut="←"
        onPress={() => step(-STEP_MS)}
        className="size-9 phone:size-8"
      />
      <IconButton
        icon={RotateCw}
        label={t('on')}
        shortcut="→"
        onPress={() => step(STEP_MS)}
        className="size-9 phone:size-8"
      />
      <Time />
      <span className="flex-1" />
      <Menu
        placement="top end"
        trigger={
          <Button tone="ghost" size="small" className="phone:px-2" aria-label={t('speed', { rate })}>
            {rate}×
          </Button>
        }
        entries={RATES.map((one) => ({ id: String(one), label: `${one}×`, isSelected: one === rate }))}
        onAction={(id) => player.setRate(Number(id))}
      />
      <span className="wide:hidden">
        <IconButton
          icon={Headphones}
          label={t('listen')}
          aria-pressed={isListening}
          onPress={() => player.setListening(!isListening)}
          className={isListening ? 'size-9 text-bamboo phone:size-8' : 'size-9 phone:size-8'}
        />
      </span>
      <IconButton
        icon={Maximize}
        label={t('fullscreen')}
        shortcut="F"
        onPress={onFullscreen}
        className="-mr-2 size-9 phone:size-8"
      />
    </div>
  )
}

function Time() {
  const at = momentWords(useSecondMs())
  const length = momentWords(usePlayerState(({ durationMs }) => Math.floor(durationMs / 1_000) * 1_000))
  return (
    <span className="ml-1 text-body phone:text-lead">
      <b className="font-semibold text-ink">{at}</b> <span className="text-ink-3">/ {length}</span>
    </span>
  )
}
