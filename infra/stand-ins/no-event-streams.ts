/**
 * Stands in for `@smithy/core/event-streams` in the bundles: no operation of ours streams events, and the `import()` that
 * brings it along keeps esbuild from leaving out what else of the SDK nobody calls.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('no operation of ours streams events; nothing that could is in the bundle')
  }
}
