package org.finplan.gateway.identity;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.Role;

/**
 * A caller in the one form that services know, whatever its issuer calls things.
 *
 * @param subject who calls
 * @param roles roles of the suite, unknown names left out
 * @param regions region codes that the caller is bound to
 * @param units units that the caller is bound to
 * @param client the client that acts for the subject
 * @param credential how the caller showed who it is
 */
public record Identity(
        String subject,
        Set<String> roles,
        Set<String> regions,
        Set<String> units,
        String client,
        Credential credential) {

    /** Everybody: a caller of a public route who sent no credentials. No issuer can give the role. */
    public static final Identity PUBLIC =
            new Identity("public", Set.of(Role.PUBLIC.wireName()), Set.of(), Set.of(), "public", new Credential.None());

    private static final String KEY = "finplan.identity";

    /** Copies the sets, so that an identity can be a key. */
    public Identity {
        roles = Set.copyOf(roles);
        regions = Set.copyOf(regions);
        units = Set.copyOf(units);
    }

    /**
     * A person with an access token.
     *
     * @param subject who calls
     * @param roles roles of the suite
     * @param regions region codes that the caller is bound to
     * @param units units that the caller is bound to
     * @param client the client that acts for the subject
     */
    public Identity(String subject, Set<String> roles, Set<String> regions, Set<String> units, String client) {
        this(subject, roles, regions, units, client, Credential.Token.OF_A_PERSON);
    }

    /**
     * Finds the caller of a request that went through {@link Authentication}.
     *
     * @param context the request
     * @return the caller
     */
    public static Identity of(RoutingContext context) {
        return context.get(KEY);
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /**
     * Whether the roles of the caller give it a permission.
     *
     * @param permission the permission
     * @return whether they do
     */
    public boolean may(Permission permission) {
        return permission.isGrantedTo(roles);
    }

    /** {@return id of the API key that was sent, empty when it was a token or nothing} */
    public Optional<UUID> key() {
        return credential instanceof Credential.Key key ? Optional.of(key.id()) : Optional.empty();
    }
}
