package org.finplan.platform.web.openapi;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.Role;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.web.idempotency.Idempotent;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * What the annotations of a resource method say about its operation.
 *
 * @param roles the roles that may call it, sorted; empty when everybody may
 * @param open whether it needs no credentials
 * @param idempotent whether it honours an idempotency key
 * @param status of its success, where the method names one
 * @param refusals the problems of its domain
 */
record Endpoint(
        List<String> roles, boolean open, boolean idempotent, Optional<Integer> status, List<ErrorCode> refusals) {

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class, HEAD.class, OPTIONS.class);

    /** Whether everybody may call it through the gateway, credentials or not. */
    boolean forThePublic() {
        return roles.contains(RoleName.PUBLIC);
    }

    /** All endpoints of the service by {@link #key}. */
    static Map<String, Endpoint> all(IndexView index) {
        Map<String, Endpoint> endpoints = new HashMap<>();
        for (AnnotationInstance path : index.getAnnotations(Path.class)) {
            ClassInfo type = declaringClass(path);
            if (type == null || !type.hasDeclaredAnnotation(Path.class)) {
                continue;
            }
            for (MethodInfo method : type.methods()) {
                for (Class<? extends Annotation> verb : VERBS) {
                    if (method.hasDeclaredAnnotation(verb)) {
                        endpoints.put(key(verb.getSimpleName(), path(type, method)), of(type, method, index));
                    }
                }
            }
        }
        return endpoints;
    }

    /** Method and path in a form that does not depend on slashes and on patterns inside path parameters. */
    static String key(String verb, String path) {
        String names = path.replaceAll("\\{\\s*([^}:\\s]+)\\s*(?::[^}]*)?}", "{$1}");
        return verb + " "
                + Arrays.stream(names.split("/", -1))
                        .filter(segment -> !segment.isEmpty())
                        .collect(Collectors.joining("/"));
    }

    private static ClassInfo declaringClass(AnnotationInstance path) {
        return switch (path.target().kind()) {
            case CLASS -> path.target().asClass();
            case METHOD -> path.target().asMethod().declaringClass();
            default -> null;
        };
    }

    private static String path(ClassInfo type, MethodInfo method) {
        AnnotationInstance own = method.declaredAnnotation(Path.class);
        return type.declaredAnnotation(Path.class).value().asString()
                + "/"
                + (own == null ? "" : own.value().asString());
    }

    private static Endpoint of(ClassInfo type, MethodInfo method, IndexView index) {
        AnnotationInstance permission = method.declaredAnnotation(PermissionsAllowed.class);
        boolean open = method.hasDeclaredAnnotation(PermitAll.class);
        if (permission == null && !open) {
            permission = type.declaredAnnotation(PermissionsAllowed.class);
            open = type.hasDeclaredAnnotation(PermitAll.class);
        }
        List<String> roles = permission == null ? List.of() : roles(permission);
        boolean idempotent =
                method.hasDeclaredAnnotation(Idempotent.class) || type.hasDeclaredAnnotation(Idempotent.class);
        Optional<Integer> status = Optional.ofNullable(method.declaredAnnotation(ResponseStatus.class))
                .map(annotation -> annotation.value().asInt());
        return new Endpoint(roles, open, idempotent, status, DeclaredProblems.of(method, index));
    }

    /**
     * The roles that have the permissions of an operation.
     *
     * @throws IllegalStateException when there is no permission of such a name
     */
    private static List<String> roles(AnnotationInstance permission) {
        return Stream.of(permission.value().asStringArray())
                .map(name -> Permission.named(name)
                        .orElseThrow(() -> new IllegalStateException(permission.target() + " names " + name)))
                .flatMap(named -> named.roles().stream())
                .map(Role::wireName)
                .distinct()
                .sorted()
                .toList();
    }
}
