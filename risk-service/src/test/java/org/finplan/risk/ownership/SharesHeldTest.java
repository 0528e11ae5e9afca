package org.finplan.risk.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.ownership.SampleLinks.DAY;
import static org.finplan.risk.ownership.SampleLinks.FILE;
import static org.finplan.risk.ownership.SampleLinks.person;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesHeldTest {

    @Test
    void moreThanAllIsFoundOnTheFirstDayThatHasIt() {
        OwnershipLink half = person(FILE, "sample-one", "50");
        OwnershipLink early = SampleLinks.of(person(FILE, "sample-two", "50"), DAY, DAY.plusDays(9));
        OwnershipLink later = SampleLinks.of(person(FILE, "sample-three", "50.01"), DAY.plusDays(10), null);
        OwnershipLink tooEarly = SampleLinks.of(later, DAY.plusDays(9), null);
        assertThat(SharesHeld.tooMany(List.of(half, early))).isEmpty();
        assertThat(SharesHeld.tooMany(List.of(half, early, later)))
                .hasValueSatisfying(held -> assertThat(held.on()).isEqualTo(DAY.plusDays(10)));
        assertThat(SharesHeld.tooMany(List.of(half, early, tooEarly)))
                .hasValueSatisfying(held -> assertThat(held.sum()).isEqualByComparingTo("150.01"));
    }
}
