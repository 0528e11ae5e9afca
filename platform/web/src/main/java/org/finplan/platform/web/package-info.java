/**
 * What every REST surface of the suite shares. A service gets it by depending on this jar; it supplies a
 * {@link org.finplan.platform.web.security.RegionTree} and copies {@code db/web.sql} as its migration {@code V1__web.sql}.
 *
 * <p>The jar ships no settings. A service needs these lines (those on security are checked when it starts):
 *
 * <pre>
 * quarkus.http.limits.max-body-size=1M
 * quarkus.security.jaxrs.deny-unannotated-endpoints=true
 * mp.jwt.verify.publickey.location=${finplan.internal-token.public-key:a name that no file has}
 * mp.jwt.verify.publickey.algorithm=ES256
 * mp.jwt.verify.issuer=finplan-gateway
 * mp.jwt.verify.audiences=finplan-services
 * quarkus.datasource.jdbc.acquisition-timeout=5s
 * quarkus.smallrye-openapi.auto-add-security=false
 * quarkus.otel.sdk.disabled=${finplan.telemetry.disabled:true}
 * %prod.quarkus.log.console.json.enabled=true
 * </pre>
 *
 * <p>The default of the key's location keeps Quarkus from making a key of its own in tests; with it, no token is believed.
 * Row-level security reads {@code current_setting('finplan.read_regions', true)} and {@code 'finplan.write_regions'}.
 */
package org.finplan.platform.web;
