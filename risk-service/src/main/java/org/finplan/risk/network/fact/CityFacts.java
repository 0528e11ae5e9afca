package org.finplan.risk.network.fact;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The facts of a city that were not taken back, as they were known at an instant. They are read from the database each time that they are
 * gone through, some thousands at a time, so that a province's are never all in memory; within the transaction.
 */
final class CityFacts implements FactSource {

    private static final int AT_ONCE = 2000;

    private final FactRepository facts;
    private final String city;
    private final Instant at;

    CityFacts(FactRepository facts, String city, Instant at) {
        this.facts = facts;
        this.city = city;
        this.at = at;
    }

    @Override
    public Iterable<Fact> of(FactKind... kinds) {
        List<FactKind> all = List.of(kinds);
        return () -> new Walk(all.iterator());
    }

    /** Goes through them once. */
    private final class Walk implements Iterator<Fact> {

        private final Iterator<FactKind> kinds;
        private FactKind kind;
        private String last;
        private Iterator<Fact> some = List.<Fact>of().iterator();

        private Walk(Iterator<FactKind> kinds) {
            this.kinds = kinds;
        }

        @Override
        public boolean hasNext() {
            while (!some.hasNext()) {
                if (last == null) {
                    if (!kinds.hasNext()) {
                        return false;
                    }
                    kind = kinds.next();
                    last = "";
                }
                List<Fact> read = facts.known(city, at, kind, last, AT_ONCE);
                last = read.size() < AT_ONCE ? null : read.get(AT_ONCE - 1).key();
                some = read.iterator();
            }
            return true;
        }

        @Override
        public Fact next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return some.next();
        }
    }
}
