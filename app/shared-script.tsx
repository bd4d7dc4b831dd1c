import { Circle } from 'lucide-react'
import Link from 'next/link'
import { FailedScreen } from './_i18n/failed-screen.tsx'

const SHARED = [Link, Circle, FailedScreen] as const

/**
 * Draws nothing. What every page has in the browser is named here, in the layout, and so stands once in the layout's own script;
 * otherwise the page, the 404 and the two error pages, which travel with every page, bring a copy each (6 kB in all).
 */
export const SharedScript = () => SHARED.map(() => null)
