/** A sum that a browser has to do before it may send a form: nothing for one idea, dear for ten thousand. */
export interface ProofOfWork {
  /** A sum that nobody has had before, as the browser's part reads it (JSON). */
  challenge(): Promise<string>
  /** Undefined where it is none of ours, too old, or not solved. */
  check(proof: string): Promise<SolvedProof | undefined>
}

export interface SolvedProof {
  /** Of this sum alone: what is counted, so that one solution lets one form in. */
  readonly id: string
  /** Seconds since 1970, by wall time. */
  readonly expiresAt: number
}
