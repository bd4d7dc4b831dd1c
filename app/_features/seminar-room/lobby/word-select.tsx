'use client'

import type { DeviceChoice } from '../devices/use-device-list.ts'

type WordSelectProps = {
  /** The word that is seen. */
  word: string
  label: string
  choices: readonly DeviceChoice[]
  value: string | undefined
  onChange: (id: string) => void
}

/** A word that opens the system's own list: the lobby stays small, and a phone shows its own wheel. */
export function WordSelect({ word, label, choices, value, onChange }: WordSelectProps) {
  return (
    <span className="touch-area rounded-paper text-meta whitespace-nowrap text-bamboo focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-bamboo">
      {word}
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="absolute -inset-3 z-1 cursor-pointer text-body opacity-0"
      >
        {choices.map(({ id, label: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
