'use client'

import {
  Label,
  Slider as AriaSlider,
  SliderFill,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components/Slider'
import { classNames } from './class-names.ts'

export type SliderProps = {
  label: string
  value?: number
  defaultValue?: number
  onChange?: (value: number) => void
  /** When the finger lifts. */
  onChangeEnd?: (value: number) => void
  min?: number
  max?: number
  step?: number
  formatOptions?: Intl.NumberFormatOptions
  /** The label is read aloud only. */
  hidesLabel?: boolean
  isDisabled?: boolean
  className?: string
}

/** A value on a line: volume, speed. */
export function Slider(props: SliderProps) {
  const { label, min = 0, max = 100, step = 1, hidesLabel = false, className, onChange, onChangeEnd, ...slider } = props
  const one = (report?: (value: number) => void) => (value: number | number[]) => {
    if (typeof value === 'number') report?.(value)
  }
  return (
    <AriaSlider
      {...slider}
      {...(hidesLabel ? { 'aria-label': label } : {})}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={one(onChange)}
      onChangeEnd={one(onChangeEnd)}
      className={classNames('block', className)}
    >
      {!hidesLabel && (
        <div className="flex justify-between text-meta text-ink-2">
          <Label>{label}</Label>
          <SliderOutput />
        </div>
      )}
      <SliderTrack className="relative flex h-8 w-full items-center phone:h-11">
        <div className="relative h-1 w-full overflow-hidden rounded-full bg-press">
          <SliderFill className="rounded-full bg-bamboo off:bg-ink-4" />
        </div>
        <SliderThumb className="top-1/2 size-4 rounded-full border border-bamboo bg-sheet ring:outline-2 ring:outline-offset-2 ring:outline-bamboo off:border-ink-4" />
      </SliderTrack>
    </AriaSlider>
  )
}
