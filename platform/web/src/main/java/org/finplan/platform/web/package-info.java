/**
 * What every REST surface of the suite shares. A program gets it by depending on this jar; it supplies a
 * {@link org.finplan.platform.web.security.Caller} (services take that of {@code platform/identity}) and a
 * {@link org.finplan.platform.access.RegionTree}, and copies {@code db/web.sql} as its migration {@code V1__web.sql}.
 *
 * <p>The jar ships no settings. A program needs these lines:
 *
 * <pre>
 * quarkus.http.limits.max-body-size=1M
 * quarkus.security.jaxrs.deny-unannotated-endpoints=true
 * quarkus.datasource.jdbc.acquisition-timeout=5s
 * quarkus.smallrye-openapi.auto-add-security=false
 * quarkus.otel.sdk.disabled=${finplan.telemetry.disabled:true}
 * %prod.quarkus.log.console.json.enabled=true
 * </pre>
 */
package org.finplan.platform.web;
