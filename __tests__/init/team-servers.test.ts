import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Apps without an endpoint for Prometheus: what they do instead, and which of them the empty service is for. */

const app = (name: string) =>
  `app = "${name}"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n`

const WORKSPACE: Files = {
  'admin/fly.toml': app('shop-admin'),
  'admin/package.json': '{ "name": "admin", "dependencies": { "react": "19" } }\n',
  'admin/src/main.ts': 'render(app)\n',
  'admin/Dockerfile':
    'FROM node:24 AS build\nCOPY . .\nRUN npm run build\nFROM nginx\nCOPY --from=build /dist /usr/share/nginx/html\nCMD ["nginx", "-g", "daemon off;"]\n',
  'api/fly.toml': app('shop-api'),
  'api/package.json': '{ "name": "api", "dependencies": { "express": "5" } }\n',
  'api/index.js': "const app = express()\napp.get('/users', users)\napp.listen(8080)\n",
  'api/Dockerfile': 'FROM node:24\nCOPY . .\nCMD ["node", "index.js"]\n',
}

async function drafted(files: Files) {
  const { text, notes } = await draftOf(files)
  const { services } = parse(text) as { services: { app: string; port: number | null }[] }
  return { services, notes: notes.join('\n') }
}

test('the empty service is one of an app with a server of the team, not of one that only serves files', async () => {
  const { services } = await drafted(WORKSPACE)
  expect(services).toEqual([{ name: 'shop-api', app: 'shop-api', port: null }])
})

test.each<[string, string, Files]>([
  [
    'the SDK of Node, in a package that it uses',
    'libs/telemetry/src/sdk.js:2',
    {
      'package.json': '{ "name": "shop", "workspaces": ["api", "admin", "libs/*"] }\n',
      'api/package.json':
        '{\n  "name": "api",\n  "dependencies": {\n    "@shop/telemetry": "workspace:*"\n  }\n}\n',
      'libs/telemetry/package.json':
        '{\n  "name": "@shop/telemetry",\n  "dependencies": { "@opentelemetry/sdk-metrics": "2" } }\n',
      'libs/telemetry/src/sdk.js':
        "import '@opentelemetry/api'\nexport const exporter = new OTLPMetricExporter({ url })\n",
    },
  ],
  [
    'the SDK of Go, which takes its exporter from the environment',
    'api/otel.go:4',
    {
      'api/go.mod': 'module shop\nrequire go.opentelemetry.io/contrib/exporters/autoexport v0.60.0\n',
      'api/main.go': 'package main\n\nfunc main() {\n\tsetup()\n\thttp.ListenAndServe(":8080", mux)\n}\n',
      'api/otel.go': 'package main\n\nfunc setup() {\n\treader, err := autoexport.NewMetricReader(ctx)\n}\n',
      'api/Dockerfile': 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n',
    },
  ],
  [
    'the SDK of .NET',
    'api/Program.cs:3',
    {
      'api/api.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>\n',
      'api/package.json': '',
      'api/index.js': '',
      'api/Program.cs':
        'var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddOpenTelemetry().WithTracing(t => t.AddOtlpExporter())\n    .WithMetrics(metrics => metrics\n        .AddAspNetCoreInstrumentation()\n        .AddOtlpExporter());\n',
      'api/Dockerfile': 'FROM mcr.microsoft.com/dotnet/sdk\nCOPY . .\nCMD ["dotnet", "api.dll"]\n',
    },
  ],
])('an app that pushes its metrics by OTLP is said to do that: %s', async (_, place, files) => {
  const { services, notes } = await drafted({ ...WORKSPACE, ...files })
  expect(services).toEqual([{ name: 'shop-api', app: 'shop-api', port: null }])
  expect(notes).toContain(`${place} shop-api pushes its metrics by OTLP here`)
  expect(notes).not.toMatch(/says where shop-api publishes/)
  expect(notes).toMatch(/says where shop-admin publishes/)
})

test('metrics are pushed by the app that calls it, not by one that has the package for something else', async () => {
  const telemetry = {
    'go.mod':
      'module shop\nrequire go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp v1.38.0\n',
    'telemetry/meter.go':
      'package telemetry\n\nfunc InitMeter() {\n\texporter, err := otlpmetrichttp.New(ctx)\n}\n',
    'telemetry/tracer.go': 'package telemetry\n\nfunc InitTracer() {\n}\n',
  }
  const program = (name: string, calls: string): Files => ({
    [`fly.${name}.toml`]: `${app(`shop-${name}`)}[build]\ndockerfile = "${name}.Dockerfile"\n`,
    [`${name}.Dockerfile`]: `FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /app ./cmd/${name}\nCMD ["/app"]\n`,
    [`cmd/${name}/main.go`]: `package main\n\nimport "shop/telemetry"\n\nfunc main() {\n\ttelemetry.${calls}()\n\thttp.ListenAndServe(":8080", mux)\n}\n`,
  })
  const { notes } = await drafted({
    ...telemetry,
    ...program('api', 'InitMeter'),
    ...program('mail', 'InitTracer'),
  })
  expect(notes).toContain('telemetry/meter.go:4 shop-api pushes its metrics by OTLP here')
  expect(notes).not.toContain('shop-mail pushes')
})

test('traces that are pushed by the SDK of .NET are no metrics', async () => {
  const { notes } = await drafted({
    'fly.toml': app('shop'),
    'api.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>\n',
    'Program.cs':
      'var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddOpenTelemetry().WithMetrics(m => m.AddMeter("a")).WithTracing(t => t.AddOtlpExporter());\n',
  })
  expect(notes).not.toContain('pushes its metrics')
})
