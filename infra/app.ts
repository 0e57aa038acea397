import { App } from 'aws-cdk-lib'
import { bundleFunctions } from './bundle.ts'
import { readSettings } from './settings.ts'
import { TrinStack } from './stack.ts'

const app = new App({
  outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
  analyticsReporting: false,
  // Here rather than in cdk.json, so that the template is the same without the CDK command.
  context: { '@aws-cdk/aws-iam:minimizePolicies': true, '@aws-cdk/core:validateAgainstDefaultRules': true },
})
const settings = readSettings((name) => app.node.tryGetContext(name))
// CDK checks a template for two seconds, which a stack on one machine, never deployed, need not wait for.
if (settings.stage === 'local') process.env.CDK_VALIDATION = 'false'
new TrinStack(app, 'Trin', { settings, bundles: await bundleFunctions() })
app.synth()
