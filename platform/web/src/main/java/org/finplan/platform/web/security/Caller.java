package org.finplan.platform.web.security;

import java.util.Set;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.Role;

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

    /** {@return the roles, see {@link Role}} */
    Set<String> roles();

    /** {@return region codes that the caller is bound to} */
    Set<String> regions();

    /** {@return units that the caller is bound to} */
    Set<String> units();

    /** {@return whether nobody sent a request and the program acts on its own account, for every region} */
    boolean isSystem();

    /**
     * Whether the roles of the caller give it a permission.
     *
     * @param permission the permission
     * @return whether they do
     */
    default boolean may(Permission permission) {
        return permission.isGrantedTo(roles());
    }
}
