package org.finplan.risk.ownership;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Adds shares of one firm up. */
final class SharesHeld {

    static final BigDecimal ALL = BigDecimal.valueOf(100);

    private SharesHeld() {}

    /**
     * A day on which more is held than there is.
     *
     * @param on the day
     * @param sum what is held on it, in percent
     */
    record TooMany(LocalDate on, BigDecimal sum) {}

    /** {@return what is held on a day, in percent, exactly} */
    static BigDecimal on(List<OwnershipLink> links, LocalDate day) {
        return links.stream()
                .filter(link -> link.isInForce(day))
                .map(OwnershipLink::share)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@return the first day on which more than all is held; a sum only grows on the first day of a link} */
    static Optional<TooMany> tooMany(List<OwnershipLink> links) {
        return links.stream()
                .map(OwnershipLink::from)
                .distinct()
                .sorted()
                .map(day -> new TooMany(day, on(links, day)))
                .filter(held -> held.sum().compareTo(ALL) > 0)
                .findFirst();
    }
}
