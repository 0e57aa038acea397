import { asset } from '../asset-names.ts'
import type { Reader } from '../reader.ts'

/** What does the sum: of this step only, and only where the settings ask for it. */
export const proofScript = 'proof.js'

/** The sum that a browser does by itself before it sends; nothing to see, but that one without scripts is told. */
export const ProofOfWork = ({ reader, challenge }: { readonly reader: Reader; readonly challenge: string }) => {
  const { proof: words } = reader.words.submit
  return (
    <>
      <div hidden data-proof={challenge} data-proof-worker={asset('proof-worker.js')} />
      <p role="status" id="proof-said" data-waiting={words.waiting} />
      <p class="trin-soft" data-without-script>
        {words.withoutScripts}
      </p>
    </>
  )
}
