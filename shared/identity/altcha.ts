// The parts of the library in one file, so that they are loaded together, and only when somebody needs them.
export { createChallenge, verifySolution } from 'altcha-lib'
export { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
