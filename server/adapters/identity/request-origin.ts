import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Where the request came from that is being answered. Carried beside the calls, not through them: every use-case would hand
 * it on for the one line of the audit log that wants it, and one that forgot to would look as if the server itself had acted.
 */
const addresses = new AsyncLocalStorage<string>()

/** All that `work` does and awaits is done from `address`. */
export const doneFrom = <Result>(address: string, work: () => Result): Result => addresses.run(address, work)

/** Null outside of a request: jobs, the founding of the demo city. */
export const currentAddress = (): string | null => addresses.getStore() ?? null
