/** The file cannot be finished as it is: it is no part of ours, or its index does not fit. It still plays as it grew. */
export class FinalizeError extends Error {
  override readonly name = 'FinalizeError'
}
