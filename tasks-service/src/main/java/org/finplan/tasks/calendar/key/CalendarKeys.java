package org.finplan.tasks.calendar.key;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.finplan.platform.time.BusinessTime;
import org.finplan.tasks.calendar.key.CalendarKey.State;
import org.finplan.tasks.calendar.key.CalendarKeyRepository.Stored;

/** Finds out whether a key opens a calendar. */
@ApplicationScoped
public class CalendarKeys {

    private static final String NO_HASH = "00".repeat(32);

    private final CalendarKeyRepository keys;
    private final Clock clock;

    CalendarKeys(CalendarKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The unit whose calendar a key opens.
     *
     * @param city code of its city
     * @param unit code of the unit
     */
    public record Opened(String city, String unit) {}

    /**
     * Checks a key. Every key that does not open the calendar takes the same way, whatever is wrong with it: none was shown, it has
     * not the form of one, nobody has it, it is another unit's, it was revoked or has ended.
     *
     * @param unit the unit in the address
     * @param shown what was shown as key, or null
     * @return the unit, as the key has it; empty when the key does not open its calendar
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Opened> open(String unit, @Nullable String shown) {
        CalendarSecret secret = CalendarSecret.parse(shown).orElse(CalendarSecret.NONE);
        Optional<Stored> stored = keys.ofPrefix(secret.prefix());
        boolean same = secret.hasHash(stored.map(Stored::hash).orElse(NO_HASH));
        LocalDate today = BusinessTime.today(clock);
        Optional<CalendarKey> opening = stored.map(Stored::key)
                .filter(key -> same && key.unit().equals(unit) && key.state(today) == State.ACTIVE);
        opening.filter(key -> !today.equals(key.lastUsedOn())).ifPresent(key -> keys.used(key, today));
        return opening.map(key -> new Opened(key.city(), key.unit()));
    }
}
