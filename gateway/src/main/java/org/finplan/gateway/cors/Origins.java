package org.finplan.gateway.cors;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Origins that pages may call from.
 *
 * @param any whether every page may
 * @param named those that may, as a browser writes them (RFC 6454, 6.2)
 */
record Origins(boolean any, Set<String> named) {

    private static final Pattern FORM = Pattern.compile("https?://[a-z0-9.-]+(?::[0-9]{1,5})?");

    /**
     * Reads a setting.
     *
     * @param key of the setting
     * @param origins its value
     * @param open whether the routes need no credentials, so that every page may be let in
     * @throws IllegalArgumentException when a value is no origin, so that the gateway does not start
     */
    static Origins of(String key, List<String> origins, boolean open) {
        boolean any = origins.contains("*");
        if (any && (!open || origins.size() > 1)) {
            throw new IllegalArgumentException(key + ": * stands alone and for public routes only");
        }
        origins.stream()
                .filter(origin -> !origin.equals("*") && !FORM.matcher(origin).matches())
                .findFirst()
                .ifPresent(origin -> {
                    throw new IllegalArgumentException(
                            key + ": " + origin + " is no origin such as https://tools.example");
                });
        return new Origins(any, any ? Set.of() : Set.copyOf(origins));
    }

    boolean none() {
        return !any && named.isEmpty();
    }

    boolean contains(String origin) {
        return any || named.contains(origin);
    }
}
