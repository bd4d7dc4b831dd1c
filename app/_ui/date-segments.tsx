'use client'

import { DateInput, DateSegment } from 'react-aria-components/DateField'

/** The parts of a date or time, each changed by itself with digits or arrow keys. */
export function DateSegments() {
  return (
    <DateInput className="flex min-w-0 flex-1 items-center">
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded-[3px] px-px caret-transparent outline-none data-placeholder:text-ink-3 focused:bg-bamboo focused:text-on-bamboo off:text-ink-4"
        />
      )}
    </DateInput>
  )
}
