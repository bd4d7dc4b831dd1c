import { collectDefaultMetrics, Registry } from 'prom-client'

/** The registry that every part of the process adds its own counters to; the runtime's are in it already. */
export function createMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}
