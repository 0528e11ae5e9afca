/**
 * What a service behind the gateway needs to know its caller: the internal token becomes the
 * {@link org.finplan.platform.web.security.Caller}, and the caller's regions are told to the database on every connection. A
 * service gets it by depending on this jar; it supplies a {@link org.finplan.platform.access.RegionTree}.
 *
 * <p>The jar ships no settings. A service needs these lines, which are checked when it starts:
 *
 * <pre>
 * quarkus.security.jaxrs.deny-unannotated-endpoints=true
 * mp.jwt.verify.publickey.location=${finplan.internal-token.public-key:a name that no file has}
 * mp.jwt.verify.publickey.algorithm=ES256
 * mp.jwt.verify.issuer=finplan-gateway
 * mp.jwt.verify.audiences=finplan-services
 * </pre>
 *
 * <p>The default of the key's location keeps Quarkus from making a key of its own in tests; with it, no token is believed.
 * Row-level security reads {@code current_setting('finplan.read_regions', true)} and {@code 'finplan.write_regions'};
 * a trigger that keeps who wrote reads {@code 'finplan.subject'} and {@code 'finplan.client'}, told in every transaction.
 */
package org.finplan.platform.identity;
