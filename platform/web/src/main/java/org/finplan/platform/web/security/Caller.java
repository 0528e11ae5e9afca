package org.finplan.platform.web.security;

import java.util.Set;

/**
 * Who sent the request. The program supplies it as a bean: a service from the gateway's internal token, the gateway from what
 * the caller itself showed. Inject it anywhere; it always speaks of the request in hand. Outside a request, such as when
 * reacting to an event, the program acts on its own account: subject {@code system}, no roles, every region.
 */
public interface Caller {

    /** {@return the subject, such as {@code district-441202}} */
    String subject();

    /** {@return the client that acts for the subject} */
    String client();

    /** {@return the roles, see {@link Roles}} */
    Set<String> roles();

    /** {@return region codes that the caller is bound to; empty when its roles see all regions} */
    Set<String> regions();

    /** {@return units that the caller is bound to} */
    Set<String> units();

    /** {@return whether the roles of the caller see and serve all regions} */
    boolean seesAllRegions();

    /**
     * Whether the caller has a role.
     *
     * @param role one of {@link Roles}
     * @return whether it has it
     */
    default boolean has(String role) {
        return roles().contains(role);
    }
}
