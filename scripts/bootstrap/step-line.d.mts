export function bold(text: string): string
export function seconds(durationMs: number): string
export function stepLine(step: { name: string; detail: string; durationMs: number }): string
export function runningLine(step: { name: string; detail: string }): string
