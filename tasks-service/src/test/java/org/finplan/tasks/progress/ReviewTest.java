package org.finplan.tasks.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.tasks.progress.Review.Action;
import org.finplan.tasks.progress.Review.Reviewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The life cycle of a progress report as a state machine.
 *
 * <p>Requirements: T04, a report is a claim until somebody else has verified it; T25, a district does not review.
 */
class ReviewTest {

    private static final Reviewer CITY = new Reviewer("city-officer", true);
    private static final String DISTRICT = "district-441284";

    @Test
    @Tag("T04")
    void onlyASubmittedReportIsReviewed() {
        assertThat(Review.obstacle(ReportState.SUBMITTED, DISTRICT, CITY)).isEmpty();
        assertThat(Review.obstacle(ReportState.VERIFIED, DISTRICT, CITY)).contains(ProgressError.ALREADY_REVIEWED);
        assertThat(Review.obstacle(ReportState.RETURNED, DISTRICT, CITY)).contains(ProgressError.ALREADY_REVIEWED);
    }

    @Test
    @Tag("T04")
    void nobodyReviewsTheirOwnReport() {
        assertThat(Review.obstacle(ReportState.SUBMITTED, CITY.subject(), CITY)).contains(ProgressError.OWN_REPORT);
    }

    @Test
    @Tag("T25")
    void districtDoesNotReview() {
        assertThat(Review.obstacle(ReportState.SUBMITTED, "somebody", new Reviewer(DISTRICT, false)))
                .contains(ProgressError.NOT_A_REVIEWER);
    }

    @Property(tries = 300)
    @net.jqwik.api.Tag("T04")
    void whateverIsTriedAReportIsReviewedAtMostOnceAndNeverByItsReporter(
            @ForAll List<Action> actions, @ForAll List<Boolean> byReporter, @ForAll List<Boolean> hasRole) {
        ReportState state = ReportState.SUBMITTED;
        int reviews = 0;
        for (int i = 0; i < Math.min(actions.size(), Math.min(byReporter.size(), hasRole.size())); i++) {
            String subject = byReporter.get(i) ? DISTRICT : "reviewer-" + i;
            Reviewer reviewer = new Reviewer(subject, hasRole.get(i));
            if (Review.obstacle(state, DISTRICT, reviewer).isEmpty()) {
                assertThat(byReporter.get(i)).isFalse();
                assertThat(hasRole.get(i)).isTrue();
                state = actions.get(i).next();
                reviews++;
            }
        }
        assertThat(reviews).isLessThanOrEqualTo(1);
        assertThat(state == ReportState.SUBMITTED).isEqualTo(reviews == 0);
    }
}
