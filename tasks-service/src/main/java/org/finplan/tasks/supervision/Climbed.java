package org.finplan.tasks.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.finplan.tasks.supervision.ladder.Audience;
import org.finplan.tasks.supervision.ladder.Colour;

/** How far a matter has climbed on its ladder. It has a table of its own, whose narrow rows the daily run writes. */
@Embeddable
class Climbed {

    static final String TABLE = "supervision_climb";

    /** The region of the matter, for row-level security. */
    @Column(name = "climb_region", table = TABLE, updatable = false)
    String region;

    /** The next day on which something happens by itself, or null. */
    @Column(name = "next_on", table = TABLE)
    LocalDate nextOn;

    @Column(table = TABLE)
    String colour;

    @Column(table = TABLE)
    String holder;

    @Column(table = TABLE)
    int reminders;

    @Column(table = TABLE)
    int escalations;

    // Until when it is left alone since it could not be handled, or null; AsideRepository writes it.
    @Column(name = "aside_until", table = TABLE, insertable = false, updatable = false)
    Instant asideUntil;

    // Counted up by ClimbRepository.
    @Column(name = "climb_version", table = TABLE, updatable = false)
    long version;

    /** It is with somebody anew. */
    void to(Audience audience) {
        holder = audience.code();
    }

    /** It climbed to somebody: whoever hears of it at the highest holds it. */
    void higher(List<Audience> tell, Colour newColour) {
        for (Audience audience : tell) {
            if (audience.compareTo(Audience.of(holder)) > 0) {
                holder = audience.code();
            }
        }
        if (colour == null || Colour.of(colour).compareTo(newColour) < 0) {
            colour = newColour.code();
        }
    }

    /** The colour that is told, blue for a matter that has none yet. */
    String told() {
        return colour == null ? Colour.BLUE.code() : colour;
    }
}
