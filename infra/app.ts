import { App } from 'aws-cdk-lib'
import { bundleFunctions } from './bundle.ts'
import { readSettings } from './settings.ts'
import { TrinStack } from './stack.ts'

const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out', analyticsReporting: false })
const settings = readSettings((name) => app.node.tryGetContext(name))
new TrinStack(app, 'Trin', { settings, bundles: bundleFunctions() })
app.synth()
