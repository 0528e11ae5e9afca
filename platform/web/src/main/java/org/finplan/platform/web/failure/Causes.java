package org.finplan.platform.web.failure;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through an exception for the one that says what happened: frameworks wrap, and a failed commit suppresses. */
final class Causes {

    private Causes() {}

    static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        return type.cast(first(thrown, type::isInstance, Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    static boolean any(Throwable thrown, Predicate<Throwable> test) {
        return first(thrown, test, Collections.newSetFromMap(new IdentityHashMap<>())) != null;
    }

    private static Throwable first(Throwable thrown, Predicate<Throwable> test, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        if (test.test(thrown)) {
            return thrown;
        }
        Throwable found = first(thrown.getCause(), test, seen);
        for (Throwable suppressed : thrown.getSuppressed()) {
            found = found == null ? first(suppressed, test, seen) : found;
        }
        return found;
    }
}
