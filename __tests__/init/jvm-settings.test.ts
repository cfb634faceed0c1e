import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** Where Spring Boot, Quarkus and Micronaut publish metrics: their settings say it, with the profile that runs on Fly. */

const FLY = 'app = "shop"\nprimary_region = "fra"\n[http_service]\ninternal_port = 8080\n'
const pom = (library: string) =>
  `<project>\n<artifactId>shop</artifactId>\n<artifactId>${library}</artifactId>\n`
const RESOURCES = 'src/main/resources'
const OPEN = 'management.endpoints.web.exposure.include=health,prometheus\n'

/** A repository with Spring Boot; `env`: `[env]` of its Fly configuration. Files without a folder are resources. */
function spring(files: Files, env = ''): Files {
  const placed = Object.entries(files).map(([path, text]) => [
    path.startsWith('application') ? `${RESOURCES}/${path}` : path,
    text,
  ])
  return {
    'fly.toml': `${FLY}[env]\n${env}`,
    'pom.xml': pom('micrometer-registry-prometheus'),
    'src/main/java/shop/Shop.java': '@SpringBootApplication\npublic class Shop {}\n',
    ...(Object.fromEntries(placed) as Files),
  }
}

async function drafted(files: Files) {
  const { text, problems } = await draftOf(files)
  const { services } = parse(text) as { services: Record<string, unknown>[] }
  return { services, notes: problems.map(({ message, hint }) => `${message} ${hint}`).join('\n') }
}

const BASE =
  'management:\n  endpoints.web:\n    exposure.include: info, prometheus\n    base-path: "/internal"\n'

test.each<[string, Files, { port: number; path: string }]>([
  [
    'a base path, and a context path that the profile of the image empties',
    spring({
      'application.yml': `server:\n  servlet:\n    context-path: /shop/api\n${BASE}`,
      'application-fly.yml': 'server:\n  servlet:\n    context-path:\n',
      Dockerfile:
        'FROM eclipse-temurin:21\nENV SPRING_PROFILES_ACTIVE=fly\nCOPY target/shop.jar app.jar\nENTRYPOINT ["java", "-jar", "/app.jar"]\n',
    }),
    { port: 8080, path: '/internal/prometheus' },
  ],
  [
    'a context path of the same port',
    spring({ 'application.yaml': `server.servlet.context-path: /shop\n${BASE}` }),
    { port: 8080, path: '/shop/internal/prometheus' },
  ],
  [
    'a port of its own, without the context path',
    spring({
      'application.properties': `${OPEN}server.servlet.contextPath=/shop\nmanagement.server.port=\${MANAGEMENT_PORT:9001}\nmanagement.server.basePath=/manage\n`,
    }),
    { port: 9001, path: '/manage/actuator/prometheus' },
  ],
  [
    'variables of Fly count more than files, and their names are written in another way',
    spring(
      {
        'application.yml': 'management:\n  server:\n    port: 9001\n',
        'application-dev.yml': 'server.port: 1\n',
      },
      'MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE = "*"\nMANAGEMENT_SERVER_PORT = "9002"\nMANAGEMENT_ENDPOINTS_WEB_BASE_PATH = "/"\n',
    ),
    { port: 9002, path: '/prometheus' },
  ],
  [
    'documents for a profile, of which one is active by an option of Java, and another that is not',
    spring({
      'application.yml':
        'management.endpoints.web.base-path: /a\n---\nspring.config.activate.on-profile: "live & !dev"\nmanagement:\n  endpoints:\n    web:\n      base-path: /live\n      exposure:\n        include: [health, prometheus]\n---\nspring.config.activate.on-profile: dev\nmanagement.endpoints.web.base-path: /dev\n',
      Dockerfile:
        'FROM eclipse-temurin:21\nCOPY target/shop.jar app.jar\nENV JAVA_OPTS="-Xmx1g -Dspring.profiles.active=live"\nCMD ["sh", "-c", "java $JAVA_OPTS -jar app.jar"]\n',
    }),
    { port: 8080, path: '/live/prometheus' },
  ],
  [
    'the profile of the file, by a variable with a default, with its group',
    spring({
      'application.yml':
        'spring:\n  profiles:\n    active: ${SPRING_PROFILES_ACTIVE:live}\n    group:\n      live: metrics, web\n',
      'application-metrics.yml': 'management.endpoints.web.exposure.include: "*"\n',
      'application-web.properties': 'management.endpoints.web.path-mapping.prometheus=metrics\n',
      'application-dev.yml': 'management.endpoints.web.base-path: /dev\n',
    }),
    { port: 8080, path: '/actuator/metrics' },
  ],
  [
    'an argument of the build, in the stage that the last one starts from',
    spring({
      'application.properties': OPEN,
      'application-fly.properties': 'management.endpoints.web.base-path=/fly\n',
      'application-dev.properties': 'management.endpoints.web.base-path=/dev\n',
      Dockerfile:
        'FROM eclipse-temurin:21 AS base\nARG PROFILE=fly\nENV SPRING_PROFILES_ACTIVE=$PROFILE\nFROM base\nCOPY target/shop.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
    }),
    { port: 8080, path: '/fly/prometheus' },
  ],
  [
    'the port of its server, where Fly does not have one',
    {
      ...spring({ 'application.properties': `${OPEN}server.port=8000\n` }),
      'fly.toml': 'app = "shop"\nprimary_region = "fra"\n',
    },
    { port: 8000, path: '/actuator/prometheus' },
  ],
  [
    'documents of Spring Boot 2.3, files beside them, and a list by numbers',
    spring(
      {
        'application.yml':
          'management.endpoints.web.base-path: /a\n---\nspring:\n  profiles: fly\nmanagement.endpoints.web.base-path: /b\n---\nspring:\n  profiles: dev\nmanagement.endpoints.web.base-path: /c\n',
        'application.properties':
          'management.endpoints.web.exposure.include[0]=health\nmanagement.endpoints.web.exposure.include[1]=\\\n  prometheus\n',
        [`${RESOURCES}/config/application-fly.yml`]: 'spring.mvc.servlet.path: /api\n',
      },
      'SPRING_PROFILES_ACTIVE = "fly"\n',
    ),
    { port: 8080, path: '/api/b/prometheus' },
  ],
  [
    'documents of properties, and a name that Maven fills in',
    spring(
      {
        'application.yml': 'info:\n  version: @project.version@\n',
        'application.properties': `${OPEN}#---\nspring.config.activate.on-profile=fly\nmanagement.endpoints.web.base-path=/fly\n#---\nspring.config.activate.on-profile=k8s\nmanagement.endpoints.web.base-path=/k8s\n`,
      },
      'SPRING_PROFILES_ACTIVE = "fly"\n',
    ),
    { port: 8080, path: '/fly/prometheus' },
  ],
  [
    'a file of another module that is imported, next to one of another program',
    {
      'be/fly.toml': FLY,
      'be/Dockerfile':
        'FROM eclipse-temurin:21\nARG SERVICE=core-api\nCOPY core core\nCOPY support support\nCMD ["java", "-jar", "app.jar"]\n',
      'be/build.gradle.kts': 'plugins { java }\n',
      'be/core/core-api/build.gradle.kts': 'implementation(project(":support:watch"))\n',
      'be/core/core-api/src/main/resources/application.yml': 'spring.config.import: [classpath:watch.yml]\n',
      'be/core/core-api/src/main/kotlin/App.kt': '@SpringBootApplication\nclass App\n',
      'be/core/ai-api/build.gradle.kts': 'plugins { java }\n',
      'be/core/ai-api/src/main/resources/application.yml':
        'management.endpoints.web.exposure.include: health\n',
      'be/core/ai-api/src/main/kotlin/Ai.kt': '@SpringBootApplication\nclass Ai\n',
      'be/support/watch/build.gradle.kts': 'runtimeOnly("io.micrometer:micrometer-registry-prometheus")\n',
      'be/support/watch/src/main/resources/watch.yml':
        'management.endpoints.web:\n  base-path: /watch\n  exposure.include: prometheus\n',
    },
    { port: 8080, path: '/watch/prometheus' },
  ],
  [
    'a route of JSON next to it',
    spring({
      'application.properties': OPEN,
      'src/main/java/shop/Numbers.java':
        '@GetMapping("/api/metrics")\npublic Map<String, Long> metrics() {\n  return numbers;\n}\n',
    }),
    { port: 8080, path: '/actuator/prometheus' },
  ],
  [
    'Quarkus with paths of its own, by profile',
    {
      'fly.toml': FLY,
      'pom.xml': pom('quarkus-micrometer-registry-prometheus'),
      [`${RESOURCES}/application.properties`]:
        'quarkus.http.root-path=/api\n%dev.quarkus.http.non-application-root-path=/dev\n%prod.quarkus.http.non-application-root-path=/ops\n',
    },
    { port: 8080, path: '/ops/metrics' },
  ],
  [
    'Quarkus with a port for management',
    {
      'fly.toml': FLY,
      'pom.xml': pom('quarkus-micrometer-registry-prometheus'),
      [`${RESOURCES}/application.properties`]:
        'quarkus.management.enabled=true\nquarkus.http.root-path=/api\n',
    },
    { port: 9000, path: '/q/metrics' },
  ],
  [
    'Micronaut with a path for all endpoints',
    {
      'fly.toml': FLY,
      'pom.xml': pom('micronaut-micrometer-registry-prometheus'),
      [`${RESOURCES}/application.yml`]: 'endpoints:\n  all:\n    path: /endpoints\n    port: 8085\n',
    },
    { port: 8085, path: '/endpoints/prometheus' },
  ],
])('%s', async (_, files, expected) => {
  const { services } = await drafted(files)
  expect(services).toEqual([expect.objectContaining(expected)])
})

test.each<[string, Files, string[]]>([
  [
    'the profile on Fly does not expose it',
    spring(
      {
        'application.yml': 'spring.application.name: shop\n',
        'application-fly.yml': 'management.endpoints.web.exposure.include: health,info,metrics\n',
        'application-prod.yml': 'management.endpoints.web.exposure.include: health,prometheus\n',
      },
      'SPRING_PROFILES_ACTIVE = "fly"\n',
    ),
    [
      'src/main/resources/application-fly.yml:1 exposes only "health,info,metrics": application-prod.yml exposes it, but the active profile is "fly".',
      'Add `prometheus` to `management.endpoints.web.exposure.include` in src/main/resources/application-fly.yml, then fill in port 8080 and the path /actuator/prometheus',
    ],
  ],
  [
    'nothing exposes it',
    spring({ 'application.yml': 'management:\n  server:\n    port: 9001\n' }),
    ['no setting exposes its endpoint', 'fill in port 9001 and the path /actuator/prometheus'],
  ],
  [
    'a list that excludes it',
    spring({
      'application.properties':
        'management.endpoints.web.exposure.include=*\nmanagement.endpoints.web.exposure.exclude=env,prometheus\n',
    }),
    ['application.properties:2 excludes its endpoint'],
  ],
  [
    'an endpoint without access',
    spring({ 'application.properties': `${OPEN}management.endpoint.prometheus.access=none\n` }),
    ['application.properties:2 turns its endpoint off'],
  ],
  [
    'an export that is off',
    spring({ 'application.properties': OPEN }, 'MANAGEMENT_PROMETHEUS_METRICS_EXPORT_ENABLED = "false"\n'),
    ['fly.toml:6 turns its endpoint off'],
  ],
  [
    'a port for management that is not known',
    spring({ 'application.properties': `${OPEN}management.server.port=\${SECRET_PORT}\n` }),
    ['the port is not a number in src/main/resources/application.properties:2'],
  ],
])('%s: a note says why, and the endpoint is not in the draft', async (_, files, texts) => {
  const { services, notes } = await drafted(files)
  expect(services).toEqual([expect.objectContaining({ port: null })])
  for (const text of texts) expect(notes).toContain(text)
})

test('what is declared for Fly is taken over, with a note when the settings do not expose it', async () => {
  const files = spring({ 'application.yml': 'management.endpoints.web.exposure.include: health\n' })
  const declared = `${FLY}[metrics]\nport = 8080\npath = "/actuator/prometheus"\n`
  const { services, notes } = await drafted({ ...files, 'fly.toml': declared })
  expect(services).toEqual([expect.objectContaining({ port: 8080, path: '/actuator/prometheus' })])
  expect(notes).toContain('application.yml:1 exposes only "health"')
})

test('a rule for its path is in a note', async () => {
  const rule = 'auth.requestMatchers("/internal/prometheus").hasRole("ADMIN");\n'
  const files = spring({
    'application.yml': `server.servlet.context-path: /shop\n${BASE}`,
    'src/main/java/shop/Rules.java': rule,
  })
  const { services, notes } = await drafted(files)
  expect(services).toEqual([expect.objectContaining({ port: 8080, path: '/shop/internal/prometheus' })])
  expect(notes).toContain('/shop/internal/prometheus has "hasRole" in front of it')
})

const CHAIN = 'SecurityFilterChain chain(HttpSecurity http) {\n'
const rulesOf = (rules: string) => `${CHAIN}  http.authorizeHttpRequests(auth -> auth\n${rules}`
const HEALTH = '.requestMatchers("/v3/**", "/actuator/health/**" /* probes */).permitAll()\n'

test.each<[string, string, string]>([
  ['all other requests', rulesOf(`${HEALTH}.anyRequest().authenticated());`), 'anyRequest().authenticated()'],
  ['all others, refused', rulesOf(`${HEALTH}.anyRequest()\n  .denyAll());`), 'anyRequest().denyAll()'],
  [
    'those that post are open',
    rulesOf('.requestMatchers(HttpMethod.POST, "/**").permitAll()\n.anyRequest().hasRole("OPS"));'),
    'anyRequest().hasRole()',
  ],
  [
    'a pattern',
    rulesOf('.requestMatchers("/actuator/**").hasRole("OPS")\n.anyRequest().permitAll());'),
    'hasRole',
  ],
  [
    'Kotlin',
    'fun chain(http: HttpSecurity) { http { authorizeHttpRequests {\nauthorize("/api/**", permitAll)\nauthorize(anyRequest, authenticated)\n} } }',
    'anyRequest().authenticated()',
  ],
  [
    'a chain for the endpoints',
    `${CHAIN}  http.securityMatcher(EndpointRequest.toAnyEndpoint()).authorizeHttpRequests(a -> a.anyRequest().hasRole("OPS"));\n${rulesOf('.anyRequest().permitAll());')}`,
    'anyRequest().hasRole()',
  ],
])('a rule of Spring Security refuses a scrape: %s', async (_, text, guard) => {
  const files = spring({ 'application.properties': OPEN, 'src/main/java/shop/Rules.java': text })
  const { services, notes } = await drafted(files)
  expect(services).toEqual([expect.objectContaining({ port: 8080, path: '/actuator/prometheus' })])
  expect(notes).toContain(`/actuator/prometheus has "${guard}" in front of it`)
})

const CLOSED = '.anyRequest().authenticated());\n'
test.each<[string, string]>([
  ['a pattern', rulesOf(`.requestMatchers("/a", "/actuator/**").permitAll()\n${CLOSED}`)],
  [
    'a list',
    `String[] OPEN_PATHS = { "/a", "/actuator/*" };\n${rulesOf(`.requestMatchers(OPEN_PATHS).permitAll()\n${CLOSED}`)}`,
  ],
  ['a list that is not here', rulesOf(`.requestMatchers(settings.open()).permitAll()\n${CLOSED}`)],
  [
    'for the private network',
    rulesOf(
      `.requestMatchers("/actuator/**").access(new Manager("hasIpAddress('::1') or hasIpAddress('fdaa::/16')"))\n${CLOSED}`,
    ),
  ],
  ['all endpoints', rulesOf(`.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll()\n${CLOSED}`)],
  [
    'a chain for other paths',
    `${CHAIN} http.securityMatcher("/api/**").authorizeHttpRequests(a -> a${CLOSED}`,
  ],
  [
    'a chain of its own',
    `${CHAIN} http.securityMatcher("/actuator/**").authorizeHttpRequests(a -> a.anyRequest().permitAll());\n${rulesOf(CLOSED)}`,
  ],
  ['no chain', `web.ignoring().requestMatchers("/actuator/**");\n${rulesOf(CLOSED)}`],
])('the rules of Spring Security leave the endpoint open, or may do so: %s', async (_, text) => {
  const files = spring({
    'application.properties': `# ${CLOSED}${OPEN}`,
    'src/main/java/shop/Rules.java': text,
  })
  expect((await drafted(files)).notes).not.toContain('in front of it')
})

test('what is declared for Fly gives way to the settings', async () => {
  const files = spring({ 'application.yml': BASE })
  const declared = `${FLY}[metrics]\nport = 8080\npath = "/actuator/prometheus"\n`
  const { services, notes } = await drafted({ ...files, 'fly.toml': declared })
  expect(services).toEqual([expect.objectContaining({ port: 8080, path: '/internal/prometheus' })])
  expect(notes).toContain('publishes its metrics under /internal/prometheus')
})

test.each<[string, Files]>([
  ['no settings at all', spring({})],
  ['settings that a server has', spring({ 'application.yml': 'spring.config.import: "configserver:"\n' })],
  ['a profile that is not known', spring({ 'application.yml': 'spring.profiles.active: @profile@\n' })],
  ['settings that cannot be read', spring({ 'application.yml': 'spring: [\n' })],
])('%s: the default of the library', async (_, files) => {
  const { services } = await drafted(files)
  expect(services).toEqual([expect.objectContaining({ port: 8080, path: '/actuator/prometheus' })])
})

test('settings are read in linear time, with imports and groups that repeat each other', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `n${i}`)
  const imports = names.map((name) => `classpath:${name}.yml`).join(',')
  const files = spring({
    'application.properties': `${OPEN}x=\\\n${'  y\\\n'.repeat(20_000)}\nspring.config.import=${imports}\nkey${' '.repeat(100_000)}\u2028\n`,
    ...Object.fromEntries(
      names.slice(0, 20).map((name) => [`${RESOURCES}/${name}.yml`, `spring.config.import: "${imports}"\n`]),
    ),
  })
  const { services } = await drafted(files)
  expect(services).toEqual([expect.objectContaining({ port: 8080, path: '/actuator/prometheus' })])
})
