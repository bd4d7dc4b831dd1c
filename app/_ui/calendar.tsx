'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import { Icon } from './icon.tsx'

const STEP = 'touch-area grid size-8 place-items-center rounded-control text-ink-2 hovered:bg-well off:text-ink-4'

/** A month of days, inside a DatePicker, whose value it shows. Weeks begin on Monday, as the timetable does. */
export function Calendar() {
  return (
    <AriaCalendar firstDayOfWeek="mon" className="p-3">
      <header className="mb-1 flex items-center justify-between">
        <Button slot="previous" className={STEP}>
          <Icon of={ChevronLeft} />
        </Button>
        <Heading className="font-song text-[1.0625rem] font-semibold" />
        <Button slot="next" className={STEP}>
          <Icon of={ChevronRight} />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow" className="border-collapse">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="size-9 text-caption font-normal text-ink-3">{day}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="grid size-9 cursor-default place-items-center rounded-control outline-none hovered:bg-well data-outside-month:invisible off:text-ink-4 data-unavailable:text-ink-4 selected:bg-bamboo selected:text-on-bamboo ring:outline-2 ring:outline-offset-2 ring:outline-bamboo phone:size-11"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </AriaCalendar>
  )
}
