import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { TrinFunction } from './trin-function.ts'

export interface SigningKeyProps {
  /** A key that everybody may know, for a stack on one machine. @default a secret that nobody has seen */
  readonly known?: string
  /** Keep the secret when the stack goes: without it no link and no hashed address is ever understood again. @default false */
  readonly protect?: boolean
}

/**
 * The key that signs personal links and hashes mail addresses.
 * It reaches a function as a dynamic reference (`{{resolve:secretsmanager:…}}`) that CloudFormation resolves while
 * deploying: the template does not hold it, and the function needs neither a client nor a right to read it at run time,
 * which would cost every cold start a call. The price: a new key counts from the next deployment on.
 */
export class SigningKey extends Construct {
  readonly secret: Secret | undefined
  readonly #value: string

  constructor(scope: Construct, id: string, props: SigningKeyProps = {}) {
    super(scope, id)
    if (props.known !== undefined) {
      this.#value = props.known
      return
    }
    this.secret = new Secret(this, 'Secret', {
      description: 'Signs the personal links of Trin and hashes mail addresses',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: (props.protect ?? false) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new key makes every link that was sent invalid and every hashed address unknown: a person decides that.',
    })
    this.#value = this.secret.secretValue.unsafeUnwrap()
  }

  /** Gives a function the key. */
  grantUse(fn: TrinFunction): void {
    fn.tell('signingKey', this.#value)
  }
}
