package org.finplan.risk.alert.inhibition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InhibitionRuleTest {

    @ParameterizedTest
    @CsvSource({
        "a>b, '',        false",
        "a>*, '',        false",
        "a>b, b>a,       true",
        "a>b, b>c,       false",
        "a>b, b>c c>a,   true",
        "a>b, b>*,       true",
        "a>*, b>a,       true",
        "a>*, b>*,       true",
        "a>b, c>a,       false",
        "a>b, c>d d>c,   false"
    })
    void alertsNeverMuteEachOtherInACircle(String rule, String others, boolean circle) {
        List<InhibitionRule> inForce = Stream.of(others.split(" "))
                .filter(text -> !text.isEmpty())
                .map(InhibitionRuleTest::rule)
                .toList();
        assertThat(rule(rule).closesCircle(inForce)).isEqualTo(circle);
    }

    private static InhibitionRule rule(String text) {
        String target = text.substring(2);
        return new InhibitionRule(
                new UUID(0, 0),
                0,
                "sample",
                text.substring(0, 1),
                null,
                target.equals("*") ? null : target,
                "region",
                "sample",
                "sample",
                Instant.EPOCH,
                null,
                null);
    }
}
