package org.finplan.platform.web.security;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.access.Permission;

/**
 * Answers {@code @PermissionsAllowed} from the roles of the caller, as {@link Permission} says. A name that no permission
 * has is granted to nobody.
 */
@ApplicationScoped
class RolePermissions implements SecurityIdentityAugmentor {

    private static final Uni<Boolean> GRANTED = Uni.createFrom().item(true);
    private static final Uni<Boolean> REFUSED = Uni.createFrom().item(false);

    /** The framework reads a name as {@code <permission>:<action>}. */
    private static final Map<java.security.Permission, Permission> PERMISSIONS = Arrays.stream(Permission.values())
            .collect(Collectors.toUnmodifiableMap(RolePermissions::asTheFramework, Function.identity()));

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        Set<String> roles = identity.getRoles();
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addPermissionChecker(wanted -> isGranted(wanted, roles) ? GRANTED : REFUSED)
                        .build());
    }

    private static boolean isGranted(java.security.Permission wanted, Set<String> roles) {
        Permission permission = PERMISSIONS.get(wanted);
        return permission != null && permission.isGrantedTo(roles);
    }

    private static StringPermission asTheFramework(Permission permission) {
        String[] parts = permission.wireName().split(":", 2);
        return new StringPermission(parts[0], parts[1]);
    }
}
