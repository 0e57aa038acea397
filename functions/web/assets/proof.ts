import 'altcha/external'
import { proveWork } from './script/prove-work.ts'

// Loaded only on the step that sends an idea, where the settings ask for a proof of work.
proveWork()
