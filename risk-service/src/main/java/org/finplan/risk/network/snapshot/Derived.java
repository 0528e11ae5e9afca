package org.finplan.risk.network.snapshot;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** What was worked out of a network and is kept with it: who asks for the same thing meanwhile waits for it. */
final class Derived {

    private final ConcurrentMap<Object, Once> known = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // what is under a key is what was made for it
    <T> T of(Object key, Supplier<T> make) {
        return (T) known.computeIfAbsent(key, any -> new Once()).get(make);
    }

    /** Made by the first that asks; when that fails, by the next one. */
    private static final class Once {

        private Object value;

        synchronized Object get(Supplier<?> make) {
            if (value == null) {
                value = make.get();
            }
            return value;
        }
    }
}
