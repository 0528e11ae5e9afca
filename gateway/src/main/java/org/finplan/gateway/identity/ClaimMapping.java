package org.finplan.gateway.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.finplan.platform.access.Role;

/** Maps the claims of one issuer to the normal form. */
final class ClaimMapping {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._:-]{1,64}");
    private static final Pattern SCOPE = Pattern.compile("[a-z]{1,32}:[a-z]{1,32}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SCOPES = 4_096;

    private final IdentityConfig.Claims paths;

    ClaimMapping(IdentityConfig.Claims paths) {
        this.paths = paths;
    }

    /**
     * Maps claims.
     *
     * @param claims of a verified token
     * @return the caller, empty when it has no usable subject
     */
    Optional<Identity> map(Map<String, Object> claims) {
        return first(claims, paths.subject())
                .map(subject -> new Identity(
                        subject,
                        all(claims, paths.roles(), Role.granted()::contains),
                        all(claims, paths.regions(), CODE.asMatchPredicate()),
                        all(claims, paths.units(), CODE.asMatchPredicate()),
                        first(claims, paths.client()).orElse(subject),
                        credential(claims)));
    }

    /**
     * A system gets no further than the scopes of its token, and nowhere without any. A person's token often has scopes
     * that some client asked for and nobody granted, so they mean nothing there.
     */
    private Credential credential(Map<String, Object> claims) {
        if (!all(claims, paths.roles(), Role.granted()::contains).contains(Role.INTEGRATOR.wireName())) {
            return Credential.Token.OF_A_PERSON;
        }
        Set<String> scopes = new HashSet<>();
        all(claims, paths.scopes(), text -> text.length() <= LONGEST_SCOPES)
                .forEach(text -> scopes.addAll(List.of(text.split(" ", -1))));
        scopes.removeIf(scope -> !SCOPE.matcher(scope).matches());
        return new Credential.Token(Optional.of(scopes));
    }

    private static Optional<String> first(Map<String, Object> claims, List<String> paths) {
        return paths.stream()
                .map(path -> at(claims, path))
                .filter(value -> value instanceof String text && usable(text))
                .map(String.class::cast)
                .findFirst();
    }

    private static boolean usable(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
    }

    private static Set<String> all(Map<String, Object> claims, List<String> paths, Predicate<String> allowed) {
        Set<String> values = new HashSet<>();
        for (String path : paths) {
            Object value = at(claims, path);
            Collection<?> list =
                    value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(allowed)
                    .forEach(values::add);
        }
        return values;
    }

    private static Object at(Map<String, Object> claims, String path) {
        Object value = claims;
        for (String step : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return value;
    }
}
