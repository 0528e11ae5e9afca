package org.finplan.tasks.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.finplan.tasks.burden.Datum.How;
import org.finplan.tasks.burden.Datum.Twice;
import org.junit.jupiter.api.Test;

/** When a figure is asked for twice. */
class DatumTest {

    private static final Datum.Said SAID = new Datum.Said(UUID.randomUUID(), 2, "2024");
    private static final Datum.Other OTHER = new Datum.Other(DemandKind.PROGRESS, "sample", "a.m1");

    @Test
    void aLinkedFigureIsWhenAnObservationSaysItOrOthersAskForIt() {
        assertThat(datum(How.LINKED, null).twice()).isEmpty();
        assertThat(datum(How.LINKED, SAID).twice()).containsExactly(Twice.SAID_ALREADY);
        assertThat(datum(How.LINKED, null, OTHER).twice()).containsExactly(Twice.ASKED_BY_OTHERS);
        assertThat(datum(How.LINKED, SAID, OTHER).twice()).containsExactly(Twice.SAID_ALREADY, Twice.ASKED_BY_OTHERS);
    }

    @Test
    void aCitedFigureIsWhenOthersCiteItToo() {
        assertThat(datum(How.CITED, null).twice()).isEmpty();
        assertThat(datum(How.CITED, null, OTHER).twice()).containsExactly(Twice.CITED_BY_OTHERS);
    }

    private static Datum datum(How how, Datum.Said said, Datum.Other... others) {
        return new Datum(how, "sample", "441200", null, said, List.of(others));
    }
}
